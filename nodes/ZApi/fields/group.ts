import type { INodeProperties } from 'n8n-workflow';
import { inBody } from './field';
import { toGroupId } from '../../shared/values/ids';

/** Most endpoints call the group's ID `groupId`, some `phone`. */
function group(name: string): INodeProperties {
	return {
		displayName: 'Group',
		name,
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The WhatsApp group',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a group...',
				typeOptions: { searchListMethod: 'searchGroups', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 120363019502650977-group',
				hint: "The group's ID, which ends in -group",
			},
		],
	};
}

/** The group that an operation works on. */
export const groupId = inBody(group('groupId'), toGroupId);

/** The same, where the endpoint calls it `phone`. */
export const groupPhone = inBody(group('phone'), toGroupId);
