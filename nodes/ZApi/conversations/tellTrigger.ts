import { sleep } from 'n8n-workflow';
import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { readAccount } from '../../shared/account/account';
import {
	makeNote,
	stateInAnswer,
	type ChatState,
	type NoteContent,
} from '../../shared/account/notes';
import { UserFacingFailure } from '../../shared/requests/errors';
import { postJson } from '../../shared/requests/postJson';
import { isObject } from '../../shared/values/objects';
import type { CarryOut } from '../language/operation';
import { listeningAddress } from '../runner/listeningTrigger';

const TIMEOUT_MILLISECONDS = 30_000;

/** How long to wait before it is tried again, if another process of n8n wrote over what the trigger keeps (backoff). */
const BACKOFF_MILLISECONDS = [50, 200, 500, 1_000];

const NOBODY = new UserFacingFailure({
	message: 'No Z-API Trigger in this n8n receives the messages of this instance',
	description:
		'Publish a workflow in this n8n that starts with a Z-API Trigger and listens for Message Received: it is what is paused.',
});

/** @returns an address of this n8n for its waiting executions; of the operations, not all wait */
function resumeUrlOf(context: IExecuteSingleFunctions): string {
	return String(context.evaluateExpression('{{ $execution.resumeUrl }}', context.getItemIndex()));
}

/** How a trigger is told. */
interface Post {
	context: IExecuteSingleFunctions;
	/** The trigger's. */
	address: string;
	timeout?: number;
}

function unreachable(address: string, what: string): UserFacingFailure {
	return new UserFacingFailure({
		message: `The Z-API Trigger couldn't be reached at ${new URL(address).host}: ${what}`,
		description:
			"This node tells the trigger through the trigger's own address, so n8n has to reach that from its own server. Check its DNS, firewall and proxy, and that the workflow with the trigger is still published.",
	});
}

/**
 * Tells a trigger something about a chat, or asks it.
 *
 * @throws UserFacingFailure when it can't be reached
 */
export async function post(
	{ context, address, timeout = TIMEOUT_MILLISECONDS }: Post,
	content: NoteContent,
): Promise<ChatState> {
	const { token } = readAccount(await context.getCredentials('zApi'));
	const note = makeNote(token, new URL(address).host, content);
	const { statusCode, body } = await postJson(context, address, JSON.stringify(note), {
		timeout,
	}).catch((error: unknown) => {
		const { code = 'no answer' } = Object(error) as { code?: unknown };
		throw unreachable(address, String(code));
	});
	const state = stateInAnswer(body, token, note);
	if (state === undefined) throw unreachable(address, `it answered with status ${statusCode}`);
	return state;
}

/**
 * Finds what else a chat is called: events may name a person by the `@lid` only.
 *
 * @param read reads an endpoint of Z-API's
 * @returns nothing where Z-API doesn't know: that is no reason to let the bot talk on
 * @see https://developer.z-api.io/contacts/get-iswhatsapp
 */
export async function otherIdsOf(
	phone: string,
	read: (url: string) => Promise<IDataObject[]>,
): Promise<string[]> {
	if (!/^\d+$/.test(phone)) return [];
	const answers = await read(`/phone-exists/${phone}`).catch(() => []);
	return answers
		.flatMap(({ phone: number, lid }) => [number, lid])
		.filter((id): id is string => typeof id === 'string' && id !== '');
}

/** What a trigger is told, for an error. */
const TOLD = { pause: 'to pause', resume: 'to resume', ask: 'of the question' };

/** What a trigger is told, not asked. */
type Deed = NoteContent & { does: keyof typeof TOLD };

/**
 * Tells a trigger, and looks in a call of its own, which reads n8n's database, until it is there.
 *
 * @throws UserFacingFailure when it can't be reached, or n8n doesn't save it
 */
export async function tellUntilKept(to: Post, content: Deed): Promise<ChatState> {
	for (const pause of [...BACKOFF_MILLISECONDS, undefined]) {
		await post(to, content);
		const state = await post(to, { ...content, does: 'look' });
		if (state.keptAt >= content.at) return state;
		if (pause !== undefined) await sleep(pause);
	}
	throw new UserFacingFailure({
		message: `The Z-API Trigger was told ${TOLD[content.does]}, but n8n hasn't saved it`,
		description:
			"n8n's database is busy or full, or several processes of n8n write the same workflow. Try again; if it keeps failing, see n8n's log.",
	});
}

type Pausing = Pick<ChatState, 'isPaused' | 'until' | 'why'>;

/** @returns the state of a chat once the trigger has been told */
function stateAfter(does: string, milliseconds: number): Pausing {
	const isPaused = does === 'pause';
	return { isPaused, until: Date.now() + milliseconds, why: isPaused ? 'node' : null };
}

function toEntry(phone: string, { isPaused, until, why }: Pausing): IDataObject {
	return { phone, paused: isPaused, until: isPaused ? new Date(until).toISOString() : null, why };
}

/**
 * Makes what carries out an operation of *Conversation*: it finds the trigger of this n8n that receives the messages of
 * the instance, and asks it, or tells it something about a chat.
 *
 * @param does what it is told
 * @returns the function, which gives the state of the chat, and throws UserFacingFailure if there is no such trigger, or
 * it can't be reached
 * @see https://developer.z-api.io/webhooks/introduction
 */
export function tellTrigger(does: Exclude<NoteContent['does'], 'ask'>): CarryOut {
	return async ({ body, ...request }, context, read) => {
		const [settings] = await read({ ...request, body: {} });
		const address = listeningAddress(isObject(settings) ? settings : {}, resumeUrlOf(context));
		if (address === undefined) throw NOBODY;
		const { phone, milliseconds = 0 } = body as { phone: string; milliseconds?: number };
		if (request.isDryRun) return [toEntry(phone, stateAfter(does, milliseconds))];
		const readFrom = async (url: string) => await read({ ...request, url, body: {} });
		const chats = [phone, ...(await otherIdsOf(phone, readFrom))];
		const to = { context, address };
		const content = { chats, milliseconds, at: Date.now() };
		const state =
			does === 'look'
				? await post(to, { ...content, does })
				: await tellUntilKept(to, { ...content, does });
		return [toEntry(phone, state)];
	};
}
