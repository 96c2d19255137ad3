import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The package's own lint is n8n's, which is made for nodes and skips `.mts`. Tools and tests may use Node's modules,
 * timers and the console; everything else that can hide a mistake is checked, with types.
 */
export default tseslint.config(
	{
		files: ['**/*.mts'],
		extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			eqeqeq: 'error',
			// Node runs these files by leaving the types out, so nothing may depend on them being there.
			'@typescript-eslint/consistent-type-imports': 'error',
			'no-restricted-syntax': ['error', 'TSParameterProperty', 'TSEnumDeclaration'],
		},
	},
	{
		// Tools are programs of their own. Tests drive them, never the other way round.
		files: ['tools/**'],
		rules: {
			'no-restricted-imports': [
				'error',
				{ patterns: [{ regex: '(^|/)test/', message: 'Tools use nothing of the tests.' }] },
			],
		},
	},
);
