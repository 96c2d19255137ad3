import { operation } from '../../language/operation';
import { tagColor, tagName } from '../../fields/tag';

/** @see https://developer.z-api.io/business/create-tag */
export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create a tag',
	description: 'Create a tag for chats. WhatsApp Business only.',
	request: { method: 'POST', url: '/business/create-tag' },
	fields: [tagName],
	options: [tagColor],
	refusedAdvice:
		'Check that there is no tag with this name yet, and that the connected number is a WhatsApp Business account.',
});
