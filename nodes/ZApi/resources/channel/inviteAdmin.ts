import { inBody } from '../../fields/field';
import { newsletterIdOfInvite } from '../../fields/newsletterId';
import { person } from '../../fields/person';
import { toText } from '../../../shared/values/values';
import type { Operation } from '../operation';

const caption = inBody(
	{
		displayName: 'Text',
		name: 'caption',
		type: 'string',
		typeOptions: { rows: 3 },
		required: true,
		default: '',
		placeholder: 'e.g. Olá, Maria! Quer cuidar do nosso canal comigo?',
		description: 'The text of the invite',
	},
	toText,
	'adminInviteMessage.caption',
);

/**
 * Where the documentation contradicts itself: the tables call `caption` an object, all samples have a text.
 *
 * @see https://developer.z-api.io/message/send-newsletter-admin-invite
 */
export const inviteAdmin: Operation = {
	name: 'Invite Admin',
	value: 'inviteAdmin',
	action: 'Invite an admin to a channel',
	description:
		'Send a person an invite to become an admin of a channel. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-newsletter-admin-invite' },
	sendsToChat: true,
	fields: [person('Person', 'The person to invite'), newsletterIdOfInvite, caption],
	refusedAdvice: 'Check that the connected number owns this channel.',
};
