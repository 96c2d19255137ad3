/** Jest runs the tests as CommonJS; Node runs the same `.mts` files as they are (`npm start`). */
export default {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	reporters: ['default', '<rootDir>/test/sweep.mjs', '<rootDir>/test/summary.mjs'],
	testMatch: ['**/*.test.mts'],
	moduleFileExtensions: ['mts', 'ts', 'js', 'json', 'node'],
	// They need a browser and take minutes: `npm run test:e2e`.
	testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
	transform: {
		'\\.m?ts$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
				module: { type: 'commonjs' },
			},
		],
	},
};
