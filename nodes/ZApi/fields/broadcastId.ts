import { inBody } from './field';
import { toBroadcastId } from '../../shared/values/ids';

/** The broadcast list that an operation works on. */
export const broadcastId = inBody(
	{
		displayName: 'Broadcast List',
		name: 'broadcastId',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The WhatsApp broadcast list',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a broadcast list...',
				typeOptions: { searchListMethod: 'searchBroadcastLists', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 1779474934@broadcast',
				hint: "The list's ID, which ends in @broadcast",
			},
		],
	},
	toBroadcastId,
);
