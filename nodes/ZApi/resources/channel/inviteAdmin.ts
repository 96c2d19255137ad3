import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { newsletterIdOfInvite } from '../../fields/newsletterId';
import { person } from '../../fields/person';

const caption = text('caption', 'Text', {
	sentAs: 'adminInviteMessage.caption',
	typeOptions: { rows: 3 },
	placeholder: 'e.g. Hello Maria! Will you run our channel with me?',
	description: 'The text of the invite',
});

/** @see https://developer.z-api.io/message/send-newsletter-admin-invite */
export const inviteAdmin = operation({
	name: 'Invite Admin',
	value: 'inviteAdmin',
	action: 'Invite an admin to a channel',
	description:
		'Send a person an invite to become an admin of a channel. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-newsletter-admin-invite' },
	sendsToChat: true,
	fields: [person('Person', 'The person to invite'), newsletterIdOfInvite, caption],
	refusedAdvice: 'Check that the connected number owns this channel.',
});
