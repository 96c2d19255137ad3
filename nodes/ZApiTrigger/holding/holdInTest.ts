import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { Clock } from '../registration/memory';
import { burstsOf, type Burst } from './bursts';
import type { HeldMessage } from './heldMessages';
import { toItem } from './joinedFiles';

/** What is answered when a message waits. */
export const HELD = { message: 'Message held' };

/**
 * Holds a message while the trigger is tested. n8n keeps nothing of a test, so the call of the first message goes on until
 * the person has written no other one for a while.
 *
 * @param waiting the messages of this test that wait; it is changed
 */
export async function holdInTest(
	context: Pick<IWebhookFunctions, 'getResponseObject'>,
	clock: Clock,
	waiting: Map<string, HeldMessage>,
	message: HeldMessage,
): Promise<IWebhookResponseData> {
	waiting.set(message.key, message);
	const burst = (): Burst | undefined =>
		burstsOf([...waiting.values()]).find(({ messages }) => messages.includes(message));
	if (burst()?.messages[0] !== message) return { webhookResponse: HELD };
	context.getResponseObject().status(200).json(HELD);
	for (let now = burst(); now !== undefined; now = burst()) {
		const left = now.due - clock.now();
		if (left > 0) {
			await clock.pause(left);
			continue;
		}
		for (const { key } of now.messages) waiting.delete(key);
		return { noWebhookResponse: true, workflowData: [[toItem(now.messages)]] };
	}
	return { noWebhookResponse: true };
}
