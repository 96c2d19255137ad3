import {
	extensionOfAddress,
	extensionOfName,
	extensionOfType,
	toExtension,
} from '../../../shared/values/extensions';
import { InvalidValue } from '../../../shared/values/invalidValue';
import { parameterOf, readNamed, type Item } from '../../language/field';
import { media, type MediaField } from '../../language/media';
import { mediaKinds } from '../../language/mediaKinds';
import { operation } from '../../language/operation';
import type { Request } from '../../language/request';
import { text } from '../../language/text';
import { caption } from '../../fields/message';
import { convertMarkdown, delayMessage, editedMessage, replyTo } from '../../fields/messageOptions';
import { to } from '../../fields/to';

const file = media('document', mediaKinds.document);

/** What the document is called in the chat. */
const fileName = text('fileName', 'File Name', {
	optional: true,
	placeholder: 'e.g. fatura-de-marco.pdf',
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

function findExtension({ file, body }: Request): string | undefined {
	const { fileName: name = '', document = '' } = body as { fileName?: string; document?: string };
	const named = extensionOfName(name);
	if (named !== undefined || file) {
		return named ?? extensionOfType(file?.mimeType ?? '') ?? (file?.fileExtension || undefined);
	}
	const [, type] = /^data:([^;,]+)/.exec(document) ?? [];
	return type === undefined ? extensionOfAddress(document) : extensionOfType(type);
}

/** The extension, which Z-API requires in the path. It comes from the file's name, or else from its type or address. */
function extensionFor(request: Request, item: Item): string {
	const { displayName } = extension.property;
	const entered = readNamed(item, displayName, () =>
		extension.read(parameterOf(item, 'options.extension', ''), item.settings),
	);
	return readNamed(item, mediaKinds.document.displayName, () => {
		const known = entered ?? findExtension(request);
		if (known !== undefined) return known;
		throw new InvalidValue(
			"doesn't show what kind of file it is",
			`End File Name with its extension, as in fatura.pdf, or add the option ${displayName}.`,
		);
	});
}

/** A document, with its name and its extension. */
const document: MediaField = {
	properties: [...file.properties, ...fileName.properties],
	// The extension is read here, whether or not it is added.
	options: [...file.options, { properties: extension.properties }],
	fill(request, item) {
		file.fill(request, item);
		fileName.fill(request, item);
		const { body, file: ofItem } = request;
		if (body.fileName === undefined && ofItem?.fileName) body.fileName = ofItem.fileName;
		request.url = request.url.replace(
			'{extension}',
			encodeURIComponent(extensionFor(request, item)),
		);
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
