import type { IBinaryData } from 'n8n-workflow';
import {
	extensionOf,
	likelyExtension,
	toExtension,
	withBetterExtension,
	type FileClues,
} from '../../../shared/values/extensions';
import { InvalidValue } from '../../../shared/values/invalidValue';
import { optionOf, readNamed, type Item } from '../../language/field';
import { media, type MediaField } from '../../language/media';
import { mediaKinds } from '../../language/mediaKinds';
import { operation } from '../../language/operation';
import type { FileToSend, Request } from '../../language/request';
import { text } from '../../language/text';
import { caption } from '../../fields/message';
import { convertMarkdown, delayMessage, editedMessage, replyTo } from '../../fields/messageOptions';
import { to } from '../../fields/to';

/** Longer than the type in a data URI. */
const LONGEST_TYPE = 200;

const file = media('document', mediaKinds.document, { several: true });

/** What the document is called in the chat. */
const fileName = text('fileName', 'File Name', {
	optional: true,
	placeholder: 'e.g. march-invoice.pdf',
	description:
		'The name to show in the chat. If you leave it empty, a file from a previous step keeps its own name.',
});

/** Overrides the extension that the file itself shows. */
const extension = text('extension', 'Extension', {
	optional: true,
	read: toExtension,
	placeholder: 'e.g. pdf',
	description: "The file's extension, if neither its name nor its address shows it",
});

/** What a request shows of its document, whose type is in its data URI if it isn't an address. */
function cluesOf({ body }: Request, file?: IBinaryData): FileClues {
	const { fileName: name, document = '' } = body as { fileName?: string; document?: string };
	const [, type] = /^data:([^;,]+)/.exec(document.slice(0, LONGEST_TYPE)) ?? [];
	return {
		name,
		extension: file?.fileExtension,
		...(type === undefined ? { address: document } : { type }),
	};
}

/** Puts the extension into the path, as it was entered, or else as the file shows it. */
function putExtension(request: Request, item: Item, entered?: string, file?: IBinaryData): void {
	const found = readNamed(item, mediaKinds.document.displayName, () => {
		const clues = cluesOf(request, file);
		const known = entered ?? extensionOf(clues) ?? likelyExtension(clues);
		if (known !== undefined) return known;
		throw new InvalidValue(
			"doesn't show what kind of file it is",
			`End File Name with its extension, as in invoice.pdf, or add the option ${extension.property.displayName}.`,
		);
	});
	request.url = request.url.replace('{extension}', encodeURIComponent(found));
}

/** Gives a document of the item a name, which is its own unless the user entered another, and its extension. */
function withName({ file, addTo }: FileToSend, item: Item, entered?: string): FileToSend {
	return {
		file,
		async addTo(request) {
			await addTo(request);
			const { body } = request;
			const name = body.fileName ?? file.fileName;
			if (typeof name === 'string' && name !== '') body.fileName = withBetterExtension(name);
			putExtension(request, item, entered, file);
		},
	};
}

/** A document, with its name and its extension, which Z-API requires in the path. */
const document: MediaField = {
	properties: [...file.properties, ...fileName.properties],
	// The extension is read here, whether or not it is added.
	options: [...file.options, { properties: extension.properties }],
	fill(request, item) {
		file.fill(request, item);
		fileName.fill(request, item);
		const entered = readNamed(item, extension.property.displayName, () =>
			extension.read(optionOf(item, 'extension', ''), item.settings),
		);
		if (request.files.length === 0) putExtension(request, item, entered);
		request.files = request.files.map((each) => withName(each, item, entered));
	},
};

/** @see https://developer.z-api.io/message/send-message-document */
export const sendDocument = operation({
	name: 'Send Document',
	value: 'sendDocument',
	action: 'Send a document message',
	description: 'Send a file of any kind, such as a PDF. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-document/{extension}' },
	sendsToChat: true,
	fields: [to, document, caption],
	options: [convertMarkdown, delayMessage, editedMessage('editDocumentMessageId'), replyTo],
	refusedAdvice:
		"Check that the connected number may write to this chat. Check that the file isn't damaged, and that its address opens without a login.",
});
