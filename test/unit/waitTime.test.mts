import { readWaitTill } from '../../nodes/ZApi/sendAndWait/waitTime.ts';
import { problemOf } from './problemOf.mts';

const ZONE = 'America/Sao_Paulo';

function atTime(maxDateAndTime: unknown): object {
	return { limitWaitTime: { values: { limitType: 'atSpecifiedTime', maxDateAndTime } } };
}

it.each([
	'2999-12-24T19:00:00',
	'2999-12-24 19:00',
	'2999-12-24T19:00:00-03:00',
	'2999-12-24T22:00:00Z',
	new Date('2999-12-24T22:00:00Z'),
])("waits until %s, in the workflow's time zone if it has none of its own", (given) => {
	expect(readWaitTill(atTime(given), ZONE).toISOString()).toBe('2999-12-24T22:00:00.000Z');
});

it.each(['tomorrow', '', undefined, 7, {}])('does not wait until %j', (given) => {
	expect(problemOf(() => readWaitTill(atTime(given), ZONE)).problem).toMatch(
		/^(is empty|isn't a date with a time)/,
	);
});
