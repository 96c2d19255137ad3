import { documentExtension, extension, fileName } from '../../fields/document';
import { largestFile, media } from '../../fields/media';
import { mediaKinds } from '../../fields/mediaKinds';
import { caption } from '../../fields/message';
import { convertMarkdown, delayMessage, editedMessage, replyTo } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import type { Operation } from '../operation';

/** @see https://developer.z-api.io/message/send-message-document */
export const sendDocument: Operation = {
	name: 'Send Document',
	value: 'sendDocument',
	action: 'Send a document message',
	description: 'Send a file of any kind, such as a PDF. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-document/{extension}' },
	sendsToChat: true,
	fields: [to, media('document', mediaKinds.document), fileName, documentExtension, caption],
	options: [
		convertMarkdown,
		delayMessage,
		editedMessage('editDocumentMessageId'),
		extension,
		largestFile,
		replyTo,
	],
	refusedAdvice:
		"Check that the connected number may write to this chat. Check that the file isn't damaged, and that its address opens without a login.",
};
