import { NEXT, PERSON, reach } from '../../../tools/launcher/workflows/questions.mts';
import { n8n, see } from '../session.mts';
import { unanswered } from './buttons.mts';

/** n8n looks once a minute for what has waited long enough. */
const LIMIT_MILLISECONDS = 180_000;

describe('a question that nobody answers in time', () => {
	see(
		'goes on, and leaves the data before it as it was',
		async () => {
			const { outputs } = await reach(n8n(), unanswered, 'success', LIMIT_MILLISECONDS);
			expect(outputs(NEXT)).toEqual([
				[{ question: 'In time?', phone: PERSON, approved: false, timedOut: true }],
			]);
			expect(outputs('Items')).toEqual([[{ question: 'In time?', phone: PERSON }]]);
		},
		LIMIT_MILLISECONDS,
	);
});
