import { text } from '../language/text';

/** The name of a channel. */
export const channelName = text('channelName', 'Name', {
	sentAs: 'name',
	placeholder: 'e.g. Acacia Gardens News',
	description: 'The name of the channel',
});
