import type { IDataObject } from 'n8n-workflow';
import { idKindOf } from '../values/ids';
import { comparableChat } from '../values/phones';

/** Who was asked. */
interface Asked {
	/** A number, or the ID of a chat. */
	chat: string;
	/** Those whose answers count, as {@link comparableChat} gives them; undefined for everybody in the chat. */
	respondents?: string[];
}

function comparable(ids: unknown[]): string[] {
	return ids.filter((id) => typeof id === 'string').map(comparableChat);
}

function isLid(id: string): boolean {
	return idKindOf(id) === 'an @lid';
}

/**
 * Whether a press comes from the chat that was asked. An event may have a person's number only, or their `@lid` only:
 * what can't be told apart passes. A broadcast list asks each of its people in their own chat.
 */
function isFromChat(chat: string, { phone, chatLid, isGroup }: IDataObject): boolean {
	const ids = comparable([phone, chatLid]);
	if (ids.includes(comparableChat(chat))) return true;
	const kind = idKindOf(chat);
	if (isGroup === true || ids.length === 0) return false;
	if (kind === "a broadcast list's ID") return true;
	const isPerson = kind === 'a phone number' || kind === 'an @lid';
	return isPerson && ids.every((id) => isLid(id) !== isLid(chat));
}

/**
 * @param respondents see {@link Asked}
 * @param event what Z-API tells of an answer
 * @returns whether it is by one of the people who may answer
 */
export function isByRespondent(respondents: string[] | undefined, event: IDataObject): boolean {
	const { phone, participantPhone, participantLid, senderLid, chatLid, isGroup } = event;
	const ids =
		isGroup === true ? [participantPhone, participantLid, senderLid] : [phone, chatLid, senderLid];
	return respondents === undefined || comparable(ids).some((id) => respondents.includes(id));
}

/**
 * Whether an answer counts.
 *
 * @param event what Z-API tells of it
 * @returns whether it comes from the chat that was asked, and by one of the people who may answer
 */
export function mayAnswer({ chat, respondents }: Asked, event: IDataObject): boolean {
	return isFromChat(chat, event) && isByRespondent(respondents, event);
}
