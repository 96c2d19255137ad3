import { basename } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** How long they take, the longest first; on a fresh machine, Jest knows nothing of that. */
const FILES = ['browser', 'life', 'copies', 'upgrade', 'queue', 'campaign', 'joining', 'flood'];

/** What takes long begins first, so that both workers have something to do until the end. */
export default class LongestFirst extends Sequencer {
	sort(tests) {
		const placeOf = ({ path }) => FILES.indexOf(basename(path, '.test.mts'));
		return [...tests].sort((one, other) => placeOf(one) - placeOf(other));
	}
}
