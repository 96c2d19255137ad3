import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import type { NumberLog } from './numbers';

/** How many requests an item of a dry run stands for; none if it isn't one. */
function unsentOf({ json: { dryRun, requests } }: INodeExecutionData): number {
	if (dryRun !== true) return 0;
	return Array.isArray(requests) ? requests.length : 1;
}

/** Says that there was a dry run, and how much would have been sent. */
function aboutDryRun(items: INodeExecutionData[]): string[] {
	const unsent = items.map(unsentOf);
	const sum = unsent.reduce((before, count) => before + count, 0);
	if (sum === 0) return [];
	const requests = sum === 1 ? '1 request' : `${sum} requests`;
	if (!unsent.includes(0)) return [`Dry run: nothing was sent. ${requests} would have been.`];
	const dry = unsent.filter((count) => count > 0).length;
	return [
		`Dry run for ${dry} of ${items.length} items: ${requests} would have been sent for them.`,
	];
}

/** Says that messages may have been sent, which no error does. */
function aboutUnclear(items: INodeExecutionData[]): string[] {
	const count = items.filter(({ json }) => json.maybeSent === true).length;
	if (count === 0) return [];
	const messages = count === 1 ? 'The message of 1 item' : `The messages of ${count} items`;
	return [
		`${messages} may have been sent, or not: see maybeSent and reason. Look in WhatsApp before you send them again.`,
	];
}

/** @returns what to say after a run about the items that it gives, and the phone numbers that it has read */
export function hintsOf(items: INodeExecutionData[], numbers: NumberLog): NodeExecutionHint[] {
	const messages = [...aboutDryRun(items), ...aboutUnclear(items), ...numbers.messages()];
	return messages.map((message) => ({ message, location: 'outputPane' }));
}
