import { action, locator, PERSON, type SampleAction } from './sampleActions.mts';
import { N8N } from './listeningN8n.mts';
import type { GivenAnswer } from './set.mts';

const phone = locator('phone', '+55 (11) 90000-0001');

/** The trigger that Z-API posts to, and what else the person is called. */
const ANSWERS: GivenAnswer[] = [
	{ status: 200, body: { receivedCallbackUrl: `${N8N}/webhook/a1b2c3d4/webhook` } },
	{ status: 200, body: [{ exists: true, phone: PERSON, lid: '99990000000001@lid' }] },
];

function conversation(name: string, operation: string, parameters = {}): SampleAction {
	return {
		...action(name, `conversation.${operation}`, { phone, ...parameters }),
		answers: ANSWERS,
	};
}

/** What is about the trigger, and so is no request to Z-API that is documented. */
export const conversations: SampleAction[] = [
	conversation('Look whether a chat is paused', 'get', {
		options: { numbersWithoutCountryCode: 'refuse' },
	}),
	conversation('Pause a chat', 'pause', {
		minutes: 7.5,
		options: { requestsAtOnce: 5, dryRun: false },
	}),
	conversation('Resume a chat', 'resume'),
];
