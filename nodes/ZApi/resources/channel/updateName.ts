import { operation } from '../../language/operation';
import { channelName } from '../../fields/channelName';
import { newsletterIdAsId } from '../../fields/newsletterId';

/** @see https://developer.z-api.io/newsletter/update-newsletter-name */
export const updateName = operation({
	name: 'Update Name',
	value: 'updateName',
	action: 'Update the name of a channel',
	description: 'Rename a channel',
	request: { method: 'POST', url: '/update-newsletter-name' },
	fields: [newsletterIdAsId, channelName],
	refusedAdvice: 'Check that the connected number is the owner or an admin of this channel.',
});
