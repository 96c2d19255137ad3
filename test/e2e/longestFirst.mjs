import Sequencer from '@jest/test-sequencer';

/** Where Jest knows no times, it begins with the largest files; the one with the most tests only names others. */
export default class LongestFirst extends Sequencer {
	sort(tests) {
		const isLongest = ({ path }) => path.endsWith('browser.test.mts');
		return [...tests].sort((one, other) => isLongest(other) - isLongest(one));
	}
}
