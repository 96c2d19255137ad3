import { messageIdField } from '../../fields/message';
import { chat } from '../../fields/to';

/** The person whose status it is. */
export const statusAuthor = chat('To', 'The person who posted the status');

/** The status that is replied to. */
export const statusMessageId = messageIdField(
	'statusMessageId',
	'The messageId of the status, from the Z-API Trigger',
	{ label: 'Status Message ID', placeholder: 'e.g. 1F606398F2ECAA4846269F659B6003A9' },
);

/** What to do when Z-API refuses a reply to a status. */
export const REPLY_REFUSED =
	'Check that the status is from this person. You can reply to a status only for 24 hours.';

/** @see https://developer.z-api.io/webhooks/on-message-send */
export const replyRefusals = [
	{
		words: /status message was not found/i,
		advice:
			'Use the messageId of the status, from the Z-API Trigger. A status disappears after 24 hours.',
	},
];
