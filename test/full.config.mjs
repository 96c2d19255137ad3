import { reporters, shared } from '../jest.config.mjs';

/** What takes long and seldom finds anything new: `npm run test:full`. */
export default {
	...shared,
	reporters,
	rootDir: '..',
	testMatch: [
		'**/engine/faults*.test.mts',
		'**/engine/properties*.test.mts',
		'**/engine/manyMessages.test.mts',
		'**/unit/linear.test.mts',
		'**/unit/trigger.life.test.mts',
		'**/unit/held.life.test.mts',
		'**/unit/conversations.life.test.mts',
	],
	globals: { isFull: true },
	testTimeout: 1_200_000,
};
