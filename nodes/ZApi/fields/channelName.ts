import { toText } from '../../shared/values/values';
import { inBody } from './field';

/** The name of a channel. */
export const channelName = inBody(
	{
		displayName: 'Name',
		name: 'channelName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Notícias do Condomínio',
		description: 'The name of the channel',
	},
	toText,
	'name',
);
