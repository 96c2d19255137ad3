import type { IDataObject } from 'n8n-workflow';
import { objectsIn } from '../../../shared/pickers/choices';
import { toPhoneNumberList } from '../../../shared/values/phones';
import { inBody, type Draft } from '../../fields/field';
import type { Operation } from '../operation';

const MOST_NUMBERS = 50_000;

const phones = inBody(
	{
		displayName: 'Phones',
		name: 'phones',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +55 (44) 99999-9999, +55 (11) 98888-8888',
		hint: 'With country and area code; Brazil is 55',
		description:
			'Up to 50,000 phone numbers, separated by commas, or an expression that returns a list. Duplicates are checked once.',
	},
	toPhoneNumberList(MOST_NUMBERS),
);

/** Z-API says which number each entry is about, but doesn't document their order. */
function inOrderOfNumbers(body: unknown, draft: Draft): IDataObject[] {
	const numbers = draft.body.phones as string[];
	const places = new Map<unknown, number>(numbers.map((number, place) => [number, place]));
	const placeOf = ({ inputPhone }: IDataObject) => places.get(inputPhone) ?? places.size;
	return objectsIn([body].flat()).sort((a, b) => placeOf(a) - placeOf(b));
}

/** @see https://developer.z-api.io/contacts/get-iswhatsapp-batch */
export const checkMany: Operation = {
	name: 'Check Many Numbers',
	value: 'checkMany',
	action: 'Check many numbers on WhatsApp',
	description:
		'Find out which of up to 50,000 numbers are on WhatsApp, with one request. Returns one item per number, in the same order, with the number as WhatsApp writes it.',
	request: { method: 'POST', url: '/phone-exists-batch' },
	isRead: true,
	isList: true,
	toEntries: inOrderOfNumbers,
	whenNothing: ({ body }) =>
		(body.phones as string[]).map((inputPhone) => ({ exists: false, inputPhone })),
	fields: [phones],
	refusedAdvice: 'Check that each number has its country code and area code.',
};
