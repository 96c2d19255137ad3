import type { IDataObject } from 'n8n-workflow';
import type { Settings } from '../../shared/account/settings';
import { InvalidValue, quote } from '../../shared/values/invalidValue';
import { comparableChat, toPhoneList } from '../../shared/values/phones';
import { searchable } from '../../shared/values/searchable';
import { isObject } from '../../shared/values/objects';
import type { TriggerEvent } from '../events';
import { filters as panel } from '../filterProperties';
import { chatsOf, chatTypeOf, messageKindOf, senderOf, textsOf } from './messageAttributes';
import { notificationKindOf } from './notifications';
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
	notificationKinds?: unknown;
	/** Options, which leave out what few workflows want. */
	leaveOutEdits?: boolean;
	leaveOutLoading?: boolean;
	/** No filter, but how *Only These Chats* reads numbers. */
	numbersWithoutCountryCode?: unknown;
}

/** Tells of an event why it may not start an execution, in words for the user; undefined if it may. */
export type WhyFiltered = (event: TriggerEvent, body: IDataObject) => string | undefined;

/** One condition, made ready once for the text, the chats and the like that it asks for. */
interface Condition {
	isMet: (body: IDataObject) => boolean;
	/** What is said if it isn't met. */
	otherwise: string;
}

/** What the panel calls the values of a filter. */
function namesOf(displayName: string, values: unknown[]): string {
	const shown = panel.find((property) => property.displayName === displayName)?.options ?? [];
	const names = values.map((value) => {
		const found = shown.find((option) => 'value' in option && option.value === value);
		return found?.name ?? quote(value);
	});
	return names.join(', ');
}

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
	return {
		isMet: (body) => chosen.length === 0 || chosen.includes(valueOf(body)),
		otherwise: `${displayName} lets through only ${namesOf(displayName, chosen)}`,
	};
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
	const otherwise = "it isn't from one of the chats in Only These Chats";
	if (chosen.length === 0) return { isMet: () => true, otherwise };
	if (chosen.some(({ value }) => (value ?? '') === '')) {
		throw new InvalidValue(
			'Only These Chats has an empty entry',
			'Choose a chat in it, or remove the entry.',
		);
	}
	const wanted = new Set(
		chosen.flatMap(({ value, isChosen }) => toChatIds(value, { ...settings, isChosen })),
	);
	return { isMet: (body) => chatsOf(body).some((id) => wanted.has(comparableChat(id))), otherwise };
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
	return {
		isMet: (body) =>
			wanted === '' || textsOf(body).some((text) => searchable(text).includes(wanted)),
		otherwise: "its text doesn't have the words in Text Contains",
	};
}

function matchesText({ textMatches }: Filters): Condition {
	const pattern = readText('Text Matches', textMatches);
	const matches = pattern === '' ? undefined : toPattern(pattern);
	return {
		isMet: (body) => matches === undefined || textsOf(body).some(matches),
		otherwise: "its text doesn't fit the pattern in Text Matches",
	};
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
): WhyFiltered {
	const ofChats = [oneOf('Chat Types', filters.chatTypes, chatTypeOf), inChats(filters, settings)];
	const ofMessages = [
		{
			isMet: (body: IDataObject) => alsoSentByMe || body.fromMe !== true,
			otherwise: 'you sent it yourself, and Include My Own Messages is off',
		},
		{
			isMet: (body: IDataObject) => filters.leaveOutEdits !== true || body.isEdit !== true,
			otherwise: 'it is an edit, and Leave Out Edits is on',
		},
		{
			isMet: (body: IDataObject) =>
				filters.leaveOutLoading !== true || body.waitingMessage !== true,
			otherwise: 'it is still loading, and Leave Out Messages That Are Still Loading is on',
		},
		oneOf('Sent By', filters.sentBy, senderOf),
		oneOf('Message Kinds', filters.messageKinds, messageKindOf),
		containsText(filters),
		matchesText(filters),
	];
	const ofEvents: Record<string, Condition[]> = {
		messageReceived: ofMessages,
		notificationReceived: [
			oneOf('Kinds of Notifications', filters.notificationKinds, notificationKindOf),
		],
		messageSent: [
			oneOf('Send Results', filters.sendResults, ({ error }) => (error ? 'failed' : 'sent')),
		],
		messageStatus: [oneOf('Message Statuses', filters.messageStatuses, ({ status }) => status)],
		chatPresence: [oneOf('Chat Presences', filters.chatPresences, ({ status }) => status)],
	};
	return ({ value, isAboutChat }, body) =>
		[...(isAboutChat ? ofChats : []), ...(ofEvents[value] ?? [])].find(
			(condition) => !condition.isMet(body),
		)?.otherwise;
}
