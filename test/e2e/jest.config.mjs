import base from '../../jest.config.mjs';

/** One file at a time: each has a real n8n of its own, which is work enough for the machine. */
export default {
	...base,
	rootDir: '../..',
	roots: ['<rootDir>/test/e2e'],
	testPathIgnorePatterns: [],
	maxWorkers: 1,
	testTimeout: 60_000,
};
