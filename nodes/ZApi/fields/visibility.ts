import type { INodeProperties } from 'n8n-workflow';
import { toEntries, toFields } from '../../shared/values/lists';
import { toParticipantList } from '../../shared/values/phones';
import { toOneOf } from '../../shared/values/values';
import { inBody, readNamed, type Field } from './field';

/** All contacts except some. Only for this choice, Z-API needs to know which. */
const EXCEPT = 'CONTACT_BLACKLIST';

const EXCEPTIONS = 'Exceptions';

const NAMES = {
	ALL: 'Everyone',
	CONTACTS: 'My Contacts',
	[EXCEPT]: 'My Contacts Except Some',
	NONE: 'Nobody',
	SAME_LAST_SEEN: 'Same as Last Seen',
} as const;

type Visibility = keyof typeof NAMES;

/** A choice of who may see or do something. */
interface Choice {
	displayName: string;
	description: string;
	/** Z-API's name for it. */
	path: 'visualizationType' | 'type';
	values: Visibility[];
	default: Visibility;
}

/** @returns the field for a choice of who may see or do something, without exceptions */
export function visibility({ path, values, ...words }: Choice): Field {
	return inBody(
		{
			...words,
			name: 'visibility',
			type: 'options',
			required: true,
			options: values.map((value) => ({ name: NAMES[value], value })),
		},
		toOneOf(...values),
		path,
	);
}

const toAction = toOneOf('add', 'remove');

const contactsBlacklist: INodeProperties = {
	displayName: EXCEPTIONS,
	name: 'contactsBlacklist',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Exceptions',
	displayOptions: { show: { visibility: [EXCEPT] } },
	default: {},
	description:
		'Contacts to exclude, or to stop excluding. All others stay as they are. Get Disallowed Contacts lists those that are excluded.',
	options: [
		{
			displayName: EXCEPTIONS,
			name: 'values',
			values: [
				{
					displayName: 'Action',
					name: 'action',
					type: 'options',
					options: [
						{ name: 'Exclude', value: 'add' },
						{ name: 'Stop Excluding', value: 'remove' },
					],
					default: 'add',
				},
				{
					displayName: 'Phones',
					name: 'phone',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. +55 (44) 99999-9999, +55 (11) 98888-8888',
					hint: 'With country and area code; Brazil is 55',
					description: 'Phone numbers, separated by commas',
				},
			],
		},
	],
	routing: { send: { type: 'body', property: 'contactsBlacklist' } },
};

/**
 * The same for a choice that can have exceptions.
 *
 * @see https://developer.z-api.io/privacy/set-last-seen
 */
export function visibilityWithExceptions(choice: Choice): Field {
	const chosen = visibility(choice);
	return {
		properties: [...chosen.properties, contactsBlacklist],
		fill(draft, context) {
			chosen.fill(draft, context);
			if (draft.body[choice.path] !== EXCEPT) return;
			const options = { skipValidation: true };
			const given = context.getNodeParameter('contactsBlacklist', {}, options) as unknown;
			const entries = readNamed(context, EXCEPTIONS, () =>
				toEntries(given, [{ action: 'add', phone: '5544999999999' }]),
			);
			// In Z-API's form, each phone number has its own entry.
			const exceptions = entries.flatMap((entry, index) => {
				const place = `${EXCEPTIONS}, entry ${index + 1},`;
				const { action, phone } = readNamed(context, place, () => toFields(entry));
				const change = readNamed(context, `${place} Action`, () => toAction(action));
				const phones = readNamed(context, `${place} Phones`, () => toParticipantList(phone));
				return phones.map((each) => ({ action: change, phone: each }));
			});
			if (exceptions.length > 0) draft.body.contactsBlacklist = exceptions;
		},
	};
}
