import { operation } from '../../language/operation';
import { newsletterIdAsId } from '../../fields/newsletterId';

/**
 * A DELETE request with a body, as documented.
 *
 * @see https://developer.z-api.io/newsletter/delete-newsletter
 */
export const deleteOne = operation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a channel',
	description: "Delete a channel for all of its followers. This can't be undone.",
	request: { method: 'DELETE', url: '/delete-newsletter' },
	deletes: true,
	fields: [newsletterIdAsId],
	confirm: 'the channel and its posts are gone for all followers, and nobody can bring them back',
	refusedAdvice: 'Check that the connected number owns this channel.',
});
