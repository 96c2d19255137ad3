import { operation } from '../../language/operation';
import { isObject } from '../../../shared/values/objects';
import { asNumber } from '../../../shared/values/simplifier';

/** Z-API doesn't document the answer: the number may be bare, a text, or the only one in an object. */
function countIn(body: unknown): number | undefined {
	const values = isObject(body) ? Object.values(body) : [body];
	const numbers = values.map(asNumber).filter((value) => typeof value === 'number');
	return numbers.length === 1 ? numbers[0] : undefined;
}

/** @see https://developer.z-api.io/queue/get-queue */
export const count = operation({
	name: 'Get Count',
	value: 'count',
	action: 'Count the messages in the queue',
	description: 'Find out how many messages are waiting to be sent',
	request: { method: 'GET', url: '/queue/count' },
	isAnswer: (body) => !isObject(body) && countIn(body) !== undefined,
	toItem: (json) => {
		const number = countIn(json);
		return { json: number === undefined ? json : { count: number } };
	},
	refusedAdvice: 'Try again. If it keeps failing, look at the queue in the Z-API panel.',
});
