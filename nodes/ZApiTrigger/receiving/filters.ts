import type { IDataObject } from 'n8n-workflow';
import type { Settings } from '../../shared/account/settings';
import { InvalidValue, quote } from '../../shared/values/invalidValue';
import { comparableChat, toPhoneList } from '../../shared/values/phones';
import { searchable } from '../../shared/values/searchable';
import { isObject } from '../../shared/values/objects';
import type { TriggerEvent } from '../events';
import { chatsOf, chatTypeOf, messageKindOf, senderOf, textsOf } from './messageAttributes';
import { toPattern } from './pattern';

/**
 * What *Only These Chats* and the *Filters* hold, as their expressions gave it. All that are there must be met; an
 * empty one is met by anything.
 */
export interface Filters {
	chatTypes?: unknown;
	chats?: { values?: unknown } | null;
	sentBy?: unknown;
	messageKinds?: unknown;
	textContains?: unknown;
	textMatches?: unknown;
	sendResults?: unknown;
	messageStatuses?: unknown;
	chatPresences?: unknown;
	/** No filter, but how *Only These Chats* reads numbers. */
	numbersWithoutCountryCode?: unknown;
}

/** Tells of an event whether it may start an execution. */
export type Passes = (event: TriggerEvent, body: IDataObject) => boolean;

/** One condition, made ready once for the text, the chats and the like that it asks for. */
type Condition = (body: IDataObject) => boolean;

/** @param values what the user chose; an expression may give anything */
function oneOf(
	displayName: string,
	values: unknown,
	valueOf: (body: IDataObject) => unknown,
): Condition {
	const wanted: unknown[] = Array.isArray(values) ? values : [values ?? ''];
	if (!wanted.every((value) => typeof value === 'string')) {
		throw new InvalidValue(
			`${displayName} isn't a list of choices: ${quote(values)}`,
			'Choose from the list, or use an expression that returns a list of its values.',
		);
	}
	const chosen: unknown[] = wanted.filter((value) => value !== '');
	return (body) => chosen.length === 0 || chosen.includes(valueOf(body));
}

/** @param value what the user entered; an expression may give anything */
function readText(displayName: string, value: unknown): string {
	if (typeof value !== 'object') return String(value ?? '').trim();
	if (value === null) return '';
	throw new InvalidValue(
		`${displayName} isn't text: ${quote(value)}`,
		'Enter text, or use an expression that returns text.',
	);
}

function inChats({ chats }: Filters, settings: Settings): Condition {
	const chosen = listOfChats(chats?.values).map((chat) => {
		const { chatId } = chat ?? {};
		return isObject(chatId) && 'value' in chatId
			? { value: chatId.value, isChosen: chatId.mode === 'list' }
			: { value: chatId, isChosen: false };
	});
	if (chosen.length === 0) return () => true;
	if (chosen.some(({ value }) => (value ?? '') === '')) {
		throw new InvalidValue(
			'Only These Chats has an empty entry',
			'Choose a chat in it, or remove the entry.',
		);
	}
	const wanted = new Set(
		chosen.flatMap(({ value, isChosen }) => toChatIds(value, { ...settings, isChosen })),
	);
	return (body) => chatsOf(body).some((id) => wanted.has(comparableChat(id)));
}

function listOfChats(value: unknown): Array<{ chatId?: unknown } | null> {
	if (value === undefined || value === null) return [];
	return (Array.isArray(value) ? value : [value]) as Array<{ chatId?: unknown } | null>;
}

function nameChats(error: unknown): unknown {
	if (!(error instanceof InvalidValue)) return error;
	return new InvalidValue(`Only These Chats ${error.problem}`, error.advice);
}

function readPhones(value: unknown, settings: Settings): string[] {
	try {
		return toPhoneList(value, settings);
	} catch (error) {
		throw nameChats(error);
	}
}

function toChatIds(value: unknown, settings: Settings): string[] {
	if (Array.isArray(value) && value.length > 0) {
		return value.flatMap((each) => toChatIds(each, settings));
	}
	const text = typeof value === 'string' ? value.replace(/-broadcast\b/g, '@broadcast') : value;
	return readPhones(text, settings).map(comparableChat);
}

function containsText({ textContains }: Filters): Condition {
	const wanted = searchable(readText('Text Contains', textContains));
	return (body) => wanted === '' || textsOf(body).some((text) => searchable(text).includes(wanted));
}

function matchesText({ textMatches }: Filters): Condition {
	const pattern = readText('Text Matches', textMatches);
	if (pattern === '') return () => true;
	const matches = toPattern(pattern);
	return (body) => textsOf(body).some(matches);
}

/**
 * Makes the one question out of all filters. A filter asks only events that have what it looks at: one for texts
 * lets *WhatsApp Disconnected* pass.
 *
 * @param filters what the user set
 * @param alsoSentByMe whether messages of the connected number itself count as received
 * @param settings how phone numbers are read
 * @throws InvalidValue whose problem is a whole sentence that names the filter
 */
export function readFilters(
	filters: Filters,
	alsoSentByMe: boolean,
	settings: Settings = {},
): Passes {
	const ofChats = [oneOf('Chat Types', filters.chatTypes, chatTypeOf), inChats(filters, settings)];
	const ofMessages = [
		(body: IDataObject) => alsoSentByMe || body.fromMe !== true,
		oneOf('Sent By', filters.sentBy, senderOf),
		oneOf('Message Kinds', filters.messageKinds, messageKindOf),
		containsText(filters),
		matchesText(filters),
	];
	const ofEvents: Record<string, Condition[]> = {
		messageReceived: [...ofChats, ...ofMessages],
		notificationReceived: ofChats,
		messageSent: [
			...ofChats,
			oneOf('Send Results', filters.sendResults, ({ error }) => (error ? 'failed' : 'sent')),
		],
		messageStatus: [
			...ofChats,
			oneOf('Message Statuses', filters.messageStatuses, ({ status }) => status),
		],
		chatPresence: [
			...ofChats,
			oneOf('Chat Presences', filters.chatPresences, ({ status }) => status),
		],
	};
	return ({ value }, body) => (ofEvents[value] ?? []).every((condition) => condition(body));
}
