import { operation } from '../../language/operation';
import { allAtOnce } from '../../language/pages';
import type { Request } from '../../language/request';
import { phones } from '../../fields/phones';
import type { IDataObject } from 'n8n-workflow';
import { objectsIn } from '../../../shared/pickers/listItems';
import { toPhoneNumberList } from '../../../shared/values/phones';

const MOST_NUMBERS = 50_000;

const numbers = phones('phones', 'Phones', {
	read: toPhoneNumberList(MOST_NUMBERS),
	description:
		'Up to 50,000 phone numbers, separated by commas, or an expression that returns a list. Duplicates are checked once.',
});

/** Z-API says which number each entry is about, but doesn't document their order. */
function inOrderOfNumbers(body: unknown, request: Request): IDataObject[] {
	const sent = request.body.phones as string[];
	const positions = new Map<unknown, number>(sent.map((number, position) => [number, position]));
	const positionOf = ({ inputPhone }: IDataObject) => positions.get(inputPhone) ?? positions.size;
	return objectsIn([body].flat()).sort((a, b) => positionOf(a) - positionOf(b));
}

/** @see https://developer.z-api.io/contacts/get-iswhatsapp-batch */
export const checkMany = operation({
	name: 'Check Many Numbers',
	value: 'checkMany',
	action: 'Check many numbers on WhatsApp',
	description:
		'Find out which of up to 50,000 numbers are on WhatsApp, with one request. Returns one item per number, in the same order, with the number as WhatsApp writes it.',
	request: { method: 'POST', url: '/phone-exists-batch' },
	isRead: true,
	pages: allAtOnce,
	entries: inOrderOfNumbers,
	whenNothing: ({ body }) =>
		(body.phones as string[]).map((inputPhone) => ({ exists: false, inputPhone })),
	fields: [numbers],
	refusedAdvice: 'Check that each number has its country code and area code.',
});
