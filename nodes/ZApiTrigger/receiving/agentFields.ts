import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../shared/values/objects';
import { contactCardsOf, simplifyContacts } from './contactCards';
import { withWholeLids } from './lids';
import { instancePseudonym } from './redactEvent';
import { chatIdOf, textsOf } from './messageAttributes';

/** What stands for a content that a model can't see, by the key that Z-API has for it. */
const STAND_INS: Record<string, (content: IDataObject) => unknown[]> = {
	image: () => ['photo'],
	video: ({ isGif }) => [isGif === true ? 'GIF' : 'video'],
	ptv: () => ['video'],
	audio: ({ ptt }) => [ptt === true ? 'voice note' : 'audio'],
	document: ({ fileName }) => ['document', fileName],
	sticker: () => ['sticker'],
	location: ({ name, address, ...place }) => ['location', name, address, pointOf(place)],
	liveLocation: (place) => ['live location', pointOf(place)],
	reaction: ({ value }) => ['reaction', value],
	poll: ({ options }) => ['poll', ...namesOf(options)],
	pollVote: ({ options }) => ['vote', ...namesOf(options)],
};

function pointOf({ latitude, longitude }: IDataObject): string {
	return [latitude, longitude].every((value) => typeof value === 'number')
		? `${Number(latitude)}, ${Number(longitude)}`
		: '';
}

function namesOf(options: unknown): unknown[] {
	return Array.isArray(options)
		? options.map((option) => (isObject(option) ? option.name : undefined))
		: [];
}

/** `[location: Praça da Sé, São Paulo]`, or `[photo]`; what isn't known is left out. */
function inBrackets([kind, ...details]: unknown[]): string {
	const known = details.filter((detail) => typeof detail === 'string' && detail !== '');
	return known.length === 0 ? `[${String(kind)}]` : `[${String(kind)}: ${known.join(', ')}]`;
}

function contactsOf(body: IDataObject): string[] {
	if (contactCardsOf(body).length === 0) return [];
	const { contactName, contactPhones, contacts } = simplifyContacts(body) as IDataObject;
	const all = Array.isArray(contacts) ? contacts : [{ contactName, contactPhones }];
	return all.map((contact) => {
		const { contactName: name, contactPhones: phones } = contact as IDataObject;
		return inBrackets(['contact', name, ...(Array.isArray(phones) ? phones : [])]);
	});
}

/** @returns what a person would read of a message: its words, and in brackets what isn't words */
function chatInputOf(body: IDataObject): string {
	const shown = Object.entries(STAND_INS).flatMap(([key, detailsOf]) => {
		const content = body[key];
		return isObject(content) ? [inBrackets(detailsOf(content))] : [];
	});
	const [text = ''] = textsOf(body);
	const parts = [...shown, ...contactsOf(body), text].filter((part) => part !== '');
	return parts.length === 0 ? '[message]' : parts.join(' ');
}

/**
 * Makes the fields that n8n's AI nodes read by themselves.
 *
 * @param posted a message, as Z-API posted it
 * @returns `chatInput`, what a person would read of it; and `sessionId`, which stays the same for a chat of an
 * instance, and doesn't say which instance it is
 */
export function agentFieldsOf(posted: IDataObject): IDataObject {
	const body = withWholeLids(posted);
	const instance = instancePseudonym(String(posted.instanceId));
	return { chatInput: chatInputOf(body), sessionId: `${instance}-${chatIdOf(body) ?? ''}` };
}
