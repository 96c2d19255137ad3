import { reporters, shared } from '../../jest.config.mjs';

/** Three files at a time, also on two cores: each has a real n8n of its own, and much of its time is waiting. */
export default {
	...shared,
	reporters,
	rootDir: '../..',
	globalSetup: '<rootDir>/test/e2e/packed.mts',
	globalTeardown: '<rootDir>/test/e2e/removePacked.mts',
	roots: ['<rootDir>/test/e2e'],
	testSequencer: '<rootDir>/test/e2e/longestFirst.mjs',
	testMatch: ['**/*.test.mts'],
	maxWorkers: 3,
	testTimeout: 240_000,
};
