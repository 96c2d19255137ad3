import type { INodeProperties } from 'n8n-workflow';
import { inBody, type ValueField } from './field';
import { toChannelId } from '../../shared/values/ids';

/** WhatsApp's users say channel, Z-API says newsletter. */
const channel: INodeProperties = {
	displayName: 'Channel',
	name: 'newsletterId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The WhatsApp channel',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a channel...',
			typeOptions: { searchListMethod: 'searchChannels', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 120363166555745933@newsletter',
			hint: "The channel's ID, which ends in @newsletter",
		},
	],
};

function channelAs(path: string): ValueField {
	return inBody(channel, toChannelId, path);
}

/** The channel that an operation works on, in the address. */
export const newsletterId = channelAs('newsletterId');

/** The same, called `id` in the body. */
export const newsletterIdAsId = channelAs('id');

/** The channel that an invitation is for. */
export const newsletterIdOfInvite = channelAs('adminInviteMessage.newsletterId');
