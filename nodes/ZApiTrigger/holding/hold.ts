import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { logFailure } from '../../shared/requests/errors';
import { toChats } from '../conversations/entries';
import type { TriggerEvent } from '../events';
import { fileToDownload } from '../receiving/downloadMedia';
import { eventKey } from '../receiving/duplicates';
import { withWholeLids } from '../receiving/lids';
import { chatTypeOf, messageKindOf, ownIdsOfChat, textsOf } from '../receiving/messageAttributes';
import { idOf } from '../registration/registrant';
import { LARGEST_BURST, shares } from './bursts';
import { CONNECTION, isWaiting, MOST_HELD, type HeldMessage } from './heldMessages';
import type { HeldNode } from './heldNode';
import type { Holder } from './holder';
import { HELD, holdInTest } from './holdInTest';
import { openHeldStore } from './heldStore';
import { connector } from './reach';
import { stateCheck } from './stateCheck';

/** What isn't written, and what a workflow waits for by itself. */
const KINDS_ALONE = ['reaction', 'pollVote', 'buttonReply', 'listReply'];

/** What an event comes out as, and how it may be joined with others. */
export interface Arrival {
	event: TriggerEvent;
	/** As Z-API posted it. */
	body: IDataObject;
	json: IDataObject;
	wantsFile: boolean;
	/** How long to wait for the next message, in milliseconds. */
	within: number;
}

/** In a steady stream, too, a message waits no longer. */
const LONGEST_WAIT_MILLISECONDS = 60_000;

/** What an event about the connection is held as. */
function toHeldState({ event, body, json, within }: Arrival, holder: Holder): HeldMessage {
	const now = holder.arrive();
	const momment = typeof body.momment === 'number' ? body.momment : now;
	return {
		key: `${event.value} ${momment}`,
		...{ chats: [CONNECTION], people: [], by: holder.process, claimedAt: 0, arrivedAt: now },
		...{ within, longest: Number.MAX_SAFE_INTEGER, momment, messageId: '', text: event.value },
		...{ item: json, size: JSON.stringify(json).length, startedAt: 0 },
	};
}

function toHeldMessage(
	{ event, body: posted, json, wantsFile, within }: Arrival,
	holder: Holder,
): HeldMessage | undefined {
	const body = withWholeLids(posted);
	const key = eventKey(event, posted);
	const isAlone =
		body.fromMe === true ||
		KINDS_ALONE.includes(messageKindOf(body)) ||
		!['direct', 'group'].includes(chatTypeOf(body));
	const chats = toChats(ownIdsOfChat(body));
	if (isAlone || key === undefined || chats.length === 0) return undefined;
	const { participantPhone, participantLid, senderLid } = body;
	const people = [participantPhone, participantLid, senderLid].filter(
		(id): id is string => typeof id === 'string',
	);
	const now = holder.arrive();
	const media = wantsFile ? fileToDownload(body) : undefined;
	return {
		key,
		chats,
		people: body.isGroup === true ? toChats(people) : [],
		by: holder.process,
		claimedAt: 0,
		arrivedAt: now,
		within,
		longest: LONGEST_WAIT_MILLISECONDS,
		momment: typeof body.momment === 'number' ? body.momment : now,
		messageId: String(body.messageId),
		text: textsOf(body)[0] ?? '',
		item: json,
		size: JSON.stringify(json).length,
		...(media && { media }),
		startedAt: 0,
	};
}

const NOT_KEPT = "n8n couldn't save the message: see the log of n8n";

/** Holds a message of a published trigger. Z-API is answered when n8n's database has it. */
async function holdPublished(
	context: IWebhookFunctions,
	node: HeldNode,
	message: HeldMessage,
): Promise<IWebhookResponseData | undefined> {
	const response = context.getResponseObject();
	node.reach.set(connector(context));
	node.setCheck(stateCheck(context));
	const isReachable = (await node.reach.caller()) !== undefined;
	if (!isReachable && !node.canStart) return undefined;
	if (!isReachable) {
		node.learn([message]);
		openHeldStore(context, node).save();
		// n8n saves before it answers.
		return { webhookResponse: HELD };
	}
	void node.hold(message).then((isKept) => {
		if (!isKept) logFailure(context, "can't save a message", 'it is started all the same');
		response.status(isKept ? 200 : 503).json(isKept ? HELD : { error: NOT_KEPT });
	});
	return { noWebhookResponse: true };
}

/**
 * Holds a message until its person has written no other one for a while, or an event about the connection until that has
 * lasted.
 *
 * @returns what n8n answers; undefined if the message isn't one that waits, and starts the workflow at once
 */
export async function hold(
	context: IWebhookFunctions,
	holder: Holder,
	arrival: Arrival,
): Promise<IWebhookResponseData | undefined> {
	const isTest = context.getMode() === 'manual';
	const isMessage = arrival.event.value === 'messageReceived';
	const message = isMessage ? toHeldMessage(arrival, holder) : toHeldState(arrival, holder);
	if (message === undefined || message.size > LARGEST_BURST) return undefined;
	if (isTest) {
		// Nobody who tests wants to wait for what may take an hour.
		if (!isMessage) return undefined;
		const waiting = holder.testOf(idOf(context));
		// In a test, the same message may be posted again and again.
		const key = `${message.key} ${waiting.size}`;
		return await holdInTest(context, holder.clock, waiting, { ...message, key });
	}
	const node = holder.of(idOf(context));
	openHeldStore(context, node);
	if (node.known.all.filter(isWaiting).length >= MOST_HELD) return undefined;
	return await holdPublished(context, node, message);
}

/** Drops what waits in a chat that a person answers now. */
export function dropHeld(
	context: Pick<IWebhookFunctions, 'getMode' | 'getNode' | 'getWorkflow'>,
	holder: Holder,
	ids: string[],
): void {
	const chats = toChats(ids);
	if (context.getMode() !== 'manual') holder.of(idOf(context)).drop(chats);
	else {
		const waiting = holder.testOf(idOf(context));
		for (const [key, message] of waiting) {
			if (shares(message.chats, chats)) waiting.delete(key);
		}
	}
}
