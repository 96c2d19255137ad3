import { choice } from '../language/choice';
import type { Field } from '../language/field';
import { rows } from '../language/rows';
import { phones } from './phones';

/** All contacts except some. Only for this choice, Z-API needs to know which. */
const EXCEPT = 'CONTACT_BLACKLIST';

const LABELS = {
	ALL: 'Everyone',
	CONTACTS: 'My Contacts',
	[EXCEPT]: 'My Contacts Except Some',
	NONE: 'Nobody',
	SAME_LAST_SEEN: 'Same as Last Seen',
} as const;

type Visibility = keyof typeof LABELS;

/** A choice of who may see or do something. */
interface Audience<Offered extends Visibility> {
	description: string;
	/** Z-API's name for it. */
	sentAs: 'visualizationType' | 'type';
	values: Offered[];
	default: NoInfer<Offered>;
}

/** @returns the field for a choice of who may see or do something, without exceptions */
export function visibility<Offered extends Visibility>(
	label: string,
	{ values, ...details }: Audience<Offered>,
) {
	const labels = Object.fromEntries(values.map((each) => [each, LABELS[each]]));
	return choice('visibility', label, labels as unknown as Record<Offered, string>, {
		...details,
		required: true,
	});
}

interface Exception {
	action: string;
	phone: string[];
}

const exceptions = rows<Exception>('contactsBlacklist', 'Exceptions', {
	entry: 'Exceptions',
	columns: [
		choice('action', 'Action', { add: 'Exclude', remove: 'Stop Excluding' }, { default: 'add' }),
		phones('phone', 'Phones', {
			part: 'a list of phones',
			description: 'Phone numbers, separated by commas',
		}),
	],
	example: [{ action: 'add', phone: '5544999999999' }],
	optional: true,
	displayOptions: { show: { visibility: [EXCEPT] } },
	description:
		'Contacts to exclude, or to stop excluding. All others stay as they are. Get Disallowed Contacts lists those that are excluded.',
	// In Z-API's form, each phone number has its own entry.
	toBody: (all) =>
		all.flatMap(({ action, phone }) => phone.map((each) => ({ action, phone: each }))),
});

/**
 * The same for a choice that can have exceptions.
 *
 * @see https://developer.z-api.io/privacy/set-last-seen
 */
export function visibilityWithExceptions<Offered extends Visibility>(
	label: string,
	audience: Audience<Offered>,
): Field {
	const chosen = visibility(label, audience);
	return {
		properties: [...chosen.properties, ...exceptions.properties],
		options: exceptions.options,
		fill(request, item) {
			chosen.fill(request, item);
			if (request.body[audience.sentAs] === EXCEPT) exceptions.fill(request, item);
		},
	};
}
