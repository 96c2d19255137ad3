import {
	asBoolean,
	asDate,
	asItIs,
	asNumber,
	simplifier,
} from '../../nodes/shared/values/simplifier.ts';

describe('a part of an answer', () => {
	it.each([
		['true', true],
		['false', false],
		['1', true],
		['0', false],
		[1, true],
		[0, false],
		[true, true],
		[false, false],
		[null, null],
		['sim', 'sim'],
		[2, 2],
	])('%j is the yes or no %j', (value, expected) => {
		expect(asBoolean(value)).toBe(expected);
	});

	it.each([
		['12', 12],
		['0', 0],
		[7, 7],
		['', ''],
		['1e3', '1e3'],
		['-1', '-1'],
		['12345678901234567890', '12345678901234567890'],
		[null, null],
	])('%j is the number %j', (value, expected) => {
		expect(asNumber(value)).toBe(expected);
	});

	it.each([
		['1622991687', '2021-06-06T15:01:27.000Z'],
		['1730918668000', '2024-11-06T18:44:28.000Z'],
		[1588721491000, '2020-05-05T23:31:31.000Z'],
		[1700000000, '2023-11-14T22:13:20.000Z'],
		['2024-01-01T00:00:00.000Z', '2024-01-01T00:00:00.000Z'],
		['0', '0'],
		[0, 0],
		['', ''],
		[null, null],
		[1e300, 1e300],
		[{}, {}],
	])('%j is the date %j', (value, expected) => {
		expect(asDate(value)).toEqual(expected);
	});
});

describe('a simplified answer', () => {
	const simplify = simplifier({ phone: asItIs, unread: asNumber });

	it('has the parts in their order, and no others', () => {
		expect(Object.entries(simplify({ other: 1, unread: '2', phone: '5511999999999' }))).toEqual([
			['phone', '5511999999999'],
			['unread', 2],
		]);
	});

	it('leaves out what is not there, and keeps what is null', () => {
		expect(simplify({ phone: null })).toEqual({ phone: null });
	});

	it('is the answer itself when nothing of it is known', () => {
		expect(simplify({ other: 1 })).toEqual({ other: 1 });
	});
});
