import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';
import { isObject } from '../../shared/values/objects';
import type { FileOptions } from '../parameters';
import { downloadMedia } from '../receiving/downloadMedia';
import { isState, type HeldMessage } from './heldMessages';
import { joinMessages, type Joined, type JoinedFile } from './joinedItem';

/**
 * Where an item that starts an execution has what the node still has to do. Files have to be downloaded in the execution
 * itself: n8n never removes those that were there before an `emit`. No event can have this field.
 */
const TO_DO = 'n8nHeldMessages';

interface ToDo {
	/** Tells the process that waits for it that the execution runs. */
	start: string;
	files: JoinedFile[];
}

/** How files are downloaded. */
export interface Downloads extends FileOptions {
	/** A stand-in for Z-API has its files where it is itself. */
	trustedOrigin?: string;
}

/** @returns what an event comes out as, without what only this node may say */
export function withoutToDo(json: IDataObject): IDataObject {
	if (!(TO_DO in json)) return json;
	const rest = { ...json };
	delete rest[TO_DO];
	return rest;
}

/** @returns the item that starts an execution with messages */
export function toItem(messages: HeldMessage[]): INodeExecutionData {
	const [first] = messages;
	if (first && isState(first)) return { json: messages.at(-1)?.item ?? {} };
	const { json, files }: Joined = joinMessages(messages);
	return { json: { ...json, [TO_DO]: { start: '', files } as unknown as IDataObject } };
}

/** @returns the item, with the name by which it tells that its execution runs */
export function withStart(item: INodeExecutionData, start: string): INodeExecutionData {
	const toDo = (item.json[TO_DO] ?? { files: [] }) as IDataObject;
	return { ...item, json: { ...item.json, [TO_DO]: { ...toDo, start } } };
}

/** @returns what is still to do for an item; undefined for any other */
function toDoOf({ json }: INodeExecutionData): ToDo | undefined {
	const toDo = json[TO_DO];
	return isObject(toDo) ? (toDo as unknown as ToDo) : undefined;
}

/**
 * Does what is still to do for an item with joined messages: their files are downloaded, all into the same item.
 *
 * @param downloads read only if there is a file
 * @param begun is told that the execution runs
 * @returns other items as they are
 */
export async function finishItem(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	downloads: () => Promise<Downloads | undefined>,
	begun: (start: string) => void,
): Promise<INodeExecutionData> {
	const toDo = toDoOf(item);
	if (toDo === undefined) return item;
	begun(toDo.start);
	const json = withoutToDo(item.json);
	const settings = toDo.files.length > 0 ? await downloads() : undefined;
	if (settings === undefined) return { ...item, json };
	const messages = [...(json.messages as IDataObject[])];
	const binary: NonNullable<INodeExecutionData['binary']> = {};
	let mediaError: string | undefined;
	const results = await Promise.all(
		toDo.files.map(
			// Both contexts have what it takes.
			async ({ media }) =>
				await downloadMedia.call(context as unknown as IWebhookFunctions, media, settings),
		),
	);
	for (const [position, result] of results.entries()) {
		const { index } = toDo.files[position] as JoinedFile;
		const message = messages[index];
		if (message === undefined) continue;
		const count = Object.keys(binary).length;
		const field = count === 0 ? settings.fieldName : `${settings.fieldName}_${count + 1}`;
		if ('file' in result) binary[field] = result.file;
		else mediaError = result.reason;
		messages[index] = {
			...message,
			...('file' in result ? { binaryPropertyName: field } : { mediaError: result.reason }),
		};
	}
	return {
		...item,
		json: { ...json, messages, ...(mediaError !== undefined && { mediaError }) },
		...(Object.keys(binary).length > 0 && { binary }),
	};
}
