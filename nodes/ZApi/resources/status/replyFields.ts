import { toMessageId } from '../../../shared/values/ids';
import { toPhone } from '../../../shared/values/phones';
import { inBody } from '../../fields/field';
import { chat } from '../../fields/to';

/** Whose status it is. */
export const statusAuthor = inBody(
	{ ...chat, displayName: 'To', description: 'The person who posted the status' },
	toPhone,
);

/** The status that is replied to. */
export const statusMessageId = inBody(
	{
		displayName: 'Status Message ID',
		name: 'statusMessageId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 1F606398F2ECAA4846269F659B6003A9',
		description: 'The messageId that the Z-API Trigger gave for the status',
	},
	toMessageId,
);

/** What to do when Z-API refuses a reply to a status. */
export const REPLY_REFUSED =
	'Check that the status is from this person. A status can be replied to for 24 hours only.';

/** @see https://developer.z-api.io/webhooks/on-message-send */
export const replyRefusals = [
	{
		words: /status message was not found/i,
		advice:
			'Use the messageId that the Z-API Trigger gave for the status. It disappears after 24 hours.',
	},
];
