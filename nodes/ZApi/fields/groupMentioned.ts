import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { toGroupId } from '../../shared/values/ids';
import { isObject } from '../../shared/values/objects';
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

/** @see https://developer.z-api.io/group/mention-group */
export const groupMentioned: ValueField = {
	properties: [property],
	fill() {},
	put(draft, given, context) {
		const values = isObject(given) ? given.values : undefined;
		const groups = (Array.isArray(values) ? values : []) as IDataObject[];
		draft.body.groupMentioned = readNamed(context, displayName, () =>
			groups.map(({ phone, subject }) => ({ phone: toGroupId(phone), subject: toText(subject) })),
		);
	},
};
