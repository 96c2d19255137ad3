import { reporters, shared } from '../../jest.config.mjs';

/** One file at a time: each has a real n8n of its own, which is work enough for the machine. */
export default {
	...shared,
	reporters,
	rootDir: '../..',
	globalSetup: '<rootDir>/test/e2e/packed.mts',
	globalTeardown: '<rootDir>/test/e2e/removePacked.mts',
	roots: ['<rootDir>/test/e2e'],
	testMatch: ['**/*.test.mts'],
	maxWorkers: 1,
	testTimeout: 60_000,
};
