/** Jest runs the tests as CommonJS; Node runs the same `.mts` files as they are (`npm start`). */
export const shared = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	moduleFileExtensions: ['mts', 'ts', 'js', 'json', 'node'],
	moduleNameMapper: { '^(@langchain/core/tools|ssh2)$': '<rootDir>/test/unloaded.mts' },
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

export const reporters = ['default', '<rootDir>/test/sweep.mjs', '<rootDir>/test/summary.mjs'];

export default {
	// A machine may be busy with other work.
	testTimeout: 30_000,
	// Otherwise, Jest leaves one core idle, and on a machine with two runs all files in one ever larger process.
	maxWorkers: '100%',
	// Each file of tests leaves some of n8n behind, and a process of gigabytes takes longer to end than Jest waits.
	workerIdleMemoryLimit: '1GB',
	reporters,
	projects: [
		{
			...shared,
			displayName: 'tests',
			testMatch: ['**/*.test.mts'],
			// They need a browser and take minutes: `npm run test:e2e`.
			testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
		},
		{
			...shared,
			displayName: "n8n's own engine",
			// What a user sees has to be the same where n8n doesn't ask for the node's customOperations.
			testMatch: ['**/engine/unlinkGroups*.test.mts', '**/contract/samples.test.mts'],
			globals: { carrier: 'routingNode' },
		},
	],
};
