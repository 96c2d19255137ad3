import {
	extensionOfAddress,
	extensionOfName,
	extensionOfType,
	toExtension,
} from '../../shared/values/extensions';
import { InvalidValue } from '../../shared/values/invalidValue';
import { toText, unlessBlank } from '../../shared/values/values';
import { inBody, readNamed, type Draft, type Field, type ValueField } from './field';
import { mediaKinds } from './mediaKinds';

const EXTENSION = 'Extension';

const enteredName = inBody(
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		placeholder: 'e.g. fatura-de-marco.pdf',
		description:
			'The name to show in the chat. If you leave it empty, a file from a previous step keeps its own name.',
	},
	unlessBlank(toText),
);

/** What the document is called in the chat. */
export const fileName: Field = {
	...enteredName,
	fill(draft, context) {
		enteredName.fill(draft, context);
		const { file, body } = draft;
		if (body.fileName === undefined && file?.fileName) body.fileName = file.fileName;
	},
};

/** The option that overrides the extension that {@link documentExtension} finds; it is read there. */
export const extension: ValueField = {
	properties: [
		{
			displayName: EXTENSION,
			name: 'extension',
			type: 'string',
			default: '',
			placeholder: 'e.g. pdf',
			description: "The file's extension, if neither its name nor its address shows it",
			routing: { send: { type: 'body', property: 'extension' } },
		},
	],
	fill() {},
	put() {},
};

function findExtension({ file, body }: Draft): string | undefined {
	const { fileName: name = '', document = '' } = body as { fileName?: string; document?: string };
	const named = extensionOfName(name);
	if (named !== undefined || file) {
		return named ?? extensionOfType(file?.mimeType ?? '') ?? file?.fileExtension;
	}
	const [, type] = /^data:([^;,]+)/.exec(document) ?? [];
	return type === undefined ? extensionOfAddress(document) : extensionOfType(type);
}

/**
 * The document's extension, which Z-API requires in the path. It comes from the file's name, or else from its type or
 * address. List it after the document and its name.
 *
 * @see https://developer.z-api.io/message/send-message-document
 */
export const documentExtension: Field = {
	properties: [],
	fill(draft, context) {
		const entered = readNamed(context, EXTENSION, () =>
			unlessBlank(toExtension)(
				context.getNodeParameter('options.extension', '', { skipValidation: true }),
			),
		);
		const found = readNamed(context, mediaKinds.document.displayName, () => {
			const known = entered ?? findExtension(draft);
			if (known !== undefined) return known;
			throw new InvalidValue(
				"doesn't show what kind of file it is",
				`End File Name with its extension, as in fatura.pdf, or add the option ${EXTENSION}.`,
			);
		});
		draft.url = draft.url.replace('{extension}', encodeURIComponent(found));
	},
};
