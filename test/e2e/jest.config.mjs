import { reporters, shared } from '../../jest.config.mjs';

/** Two files at a time: each has a real n8n of its own, and much of its time is waiting. */
export default {
	...shared,
	reporters,
	rootDir: '../..',
	globalSetup: '<rootDir>/test/e2e/packed.mts',
	globalTeardown: '<rootDir>/test/e2e/removePacked.mts',
	roots: ['<rootDir>/test/e2e'],
	testSequencer: '<rootDir>/test/e2e/longestFirst.mjs',
	testMatch: ['**/*.test.mts'],
	maxWorkers: 2,
	testTimeout: 240_000,
};
