import { operation } from '../../language/operation';
import { SEND_AND_WAIT_OPERATION } from 'n8n-workflow';
import { messageText } from '../../fields/message';
import {
	approvalOptions,
	choices,
	limitWaitTime,
	listButtonLabel,
	listTitle,
	pageLanguage,
	pageTitle,
	respondents,
	responseType,
	thanksText,
} from '../../sendAndWait/fields';
import { to } from '../../fields/to';

/**
 * Its requests are made in `sendAndWait/`: buttons, a list, or a text with a link, depending on the response type.
 *
 * @see https://developer.z-api.io/message/send-button-list
 */
export const sendAndWait = operation({
	name: 'Send and Wait for Response',
	// n8n's own value: only for this one does n8n check the signature of the address that resumes the execution.
	value: SEND_AND_WAIT_OPERATION,
	action: 'Send a question and wait for the response',
	description: 'Ask somebody on WhatsApp, and continue with their answer',
	request: { method: 'POST', url: '/send-button-list' },
	waitsForResponse: true,
	sendsToChat: true,
	fields: [to, messageText, responseType, approvalOptions, choices, respondents],
	options: [limitWaitTime, listButtonLabel, listTitle, pageLanguage, pageTitle, thanksText],
	refusals: [
		{
			words: /accept buttons message terms/i,
			advice:
				'Accept the terms for buttons in the Z-API panel, or use a Response Type with a page.',
		},
	],
	refusedAdvice:
		"Check that the connected number may write to this chat. If your account can't send buttons, use a Response Type with a page.",
});
