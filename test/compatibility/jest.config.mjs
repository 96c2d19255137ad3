import { shared } from '../../jest.config.mjs';

/** Records a release: `npm run release:record`. */
export default {
	...shared,
	rootDir: '../..',
	roots: ['<rootDir>/test/compatibility'],
	testMatch: ['**/record.mts'],
};
