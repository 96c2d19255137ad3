import type { INodeProperties } from 'n8n-workflow';
import { toGroupId } from '../../shared/values/ids';
import { toEntries, toFields, toPart } from '../../shared/values/lists';
import { toText } from '../../shared/values/values';
import { readNamed, type ValueField } from './field';

const displayName = 'Mention Groups';

const property: INodeProperties = {
	displayName,
	name: 'groupMentioned',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Group',
	default: {},
	description:
		'Groups of the same community to mention. In the text, write each as @ and its ID, such as @120363019502650977-group.',
	options: [
		{
			displayName: 'Groups',
			name: 'values',
			values: [
				{
					displayName: 'Group ID',
					name: 'phone',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. 120363019502650977-group',
				},
				{
					displayName: 'Name',
					name: 'subject',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. Bloco A',
					description: 'What the message shows in place of the ID',
				},
			],
		},
	],
	routing: { send: { type: 'body', property: 'groupMentioned' } },
};

const EXAMPLE = [{ phone: '120363019502650977-group', subject: 'Bloco A' }];

const toPhone = toPart('a group', toGroupId);
const toSubject = toPart('a name', toText);

/** @see https://developer.z-api.io/group/mention-group */
export const groupMentioned: ValueField = {
	properties: [property],
	fill() {},
	put(draft, given, context) {
		const entries = readNamed(context, displayName, () => toEntries(given, EXAMPLE));
		if (entries.length === 0) return;
		draft.body.groupMentioned = entries.map((entry, index) =>
			readNamed(context, `${displayName}, entry ${index + 1},`, () => {
				const { phone, subject } = toFields(entry);
				return { phone: toPhone(phone), subject: toSubject(subject) };
			}),
		);
	},
};
