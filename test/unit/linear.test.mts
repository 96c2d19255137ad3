import type { IDataObject } from 'n8n-workflow';
import { readChoice } from '../../nodes/shared/answers/choice.ts';
import { redactData, redactText } from '../../nodes/shared/account/redact.ts';
import { failureOfAnswer } from '../../nodes/shared/requests/failures.ts';
import { isOnInternet } from '../../nodes/shared/values/hosts.ts';
import { quote } from '../../nodes/shared/values/invalidValue.ts';
import { toWhatsAppFormat } from '../../nodes/shared/values/markdown.ts';
import { toEmail } from '../../nodes/shared/values/businessProfile.ts';
import { toOrder } from '../../nodes/shared/values/orders.ts';
import { toUrlList } from '../../nodes/shared/values/urls.ts';
import { searchable } from '../../nodes/shared/values/searchable.ts';
import { toEntries } from '../../nodes/shared/values/lists.ts';
import { toGroupIdList, toOpaqueId } from '../../nodes/shared/values/ids.ts';
import { toPhoneList } from '../../nodes/shared/values/phones.ts';
import { splitText } from '../../nodes/shared/values/splitText.ts';
import { cleanText, trimText } from '../../nodes/shared/values/cleanText.ts';
import { questionPage } from '../../nodes/ZApi/sendAndWait/page.ts';
import { readPageLanguage } from '../../nodes/ZApi/sendAndWait/pageWords.ts';
import { isSameAddress } from '../../nodes/ZApiTrigger/registration/webhookAddress.ts';
import { toInviteLink } from '../../nodes/shared/values/values.ts';
import { eventOf } from '../../nodes/ZApiTrigger/events.ts';
import { readFilters } from '../../nodes/ZApiTrigger/receiving/filters.ts';
import { redactEvent } from '../../nodes/ZApiTrigger/receiving/redactEvent.ts';
import { mediaOf } from '../../nodes/ZApiTrigger/receiving/downloadMedia.ts';
import { toPattern } from '../../nodes/ZApiTrigger/receiving/pattern.ts';
import { isFull } from '../full.mts';

/** At the shorter of them, what grows with the square already takes seconds. */
const LONGEST = (isFull ? 256 : 64) * 1024;
/** Short enough that even what grows with the third power comes back, and can be named. */
const SHORTEST = 1024;

/** A longer text may take so much; below it, the time says nothing. */
const UNNOTICED_MILLISECONDS = 150;

/** Twice the text takes twice the time, and four times what grows with the square. */
const MOST_GROWTH = 3.2;

/** What texts that keep an expression busy are made of: beginnings without an end, and ends without a beginning. */
const SHAPES: Record<string, (length: number) => string> = {
	...Object.fromEntries(
		[
			['letters', 'a'],
			['digits', '1'],
			['dots', '.'],
			['slashes', '/'],
			['blanks', ' '],
			['marks and blanks', '\u200B '],
			['line breaks', '\n'],
			['@', '@'],
			['opened brackets', '('],
			['closed brackets', ')'],
			['opened tags', '<'],
			['titles', '<title>'],
			['scripts', '<script>'],
			['titles without an end', '<title'],
			['scripts without an end', '<script'],
			['links without an end of HTML', '<a'],
			['addresses', 'https://'],
			['schemes', '://'],
			['instances', '/instances/'],
			['groups', '1-group '],
			['numbers with a hyphen', '1-'],
			['accents', '\u0301\u0323'],
			['accents of music', '\u{1D165}\u{1D16D}'],
			['letters with accents', 'é'],
			['quotes', '"'],
			['apostrophes', "'"],
			['escaped quotes', '\\"'],
			['fences', '```a\n'],
			['bullets', '\n- [ '],
			['commas', ', '],
			['emojis', '👍'],
			['stars', '*'],
			['bold without an end', '**a '],
			['italic without an end', '*a '],
			['bold and italic', '***a'],
			['underscores', '__a '],
			['tildes', '~~a '],
			['backticks', '`'],
			['code without an end', ' `a``'],
			['links without an end', '[a](b'],
			['links with titles without an end', '[a](b "'],
			['links with blanks', '[a](   '],
			['opened square brackets', '['],
			['pictures', '![a'],
			['bars', '|'],
			['dashes', '- '],
			['quotes of lines', '> '],
			['headings', '# '],
			['backslashes', '\\'],
		].map(([name = '', unit = '']) => [
			name,
			(length: number) => unit.repeat(Math.ceil(length / unit.length)),
		]),
	),
	'blanks before a letter': (length) => `a${' '.repeat(length)}a`,
	'@ before a line separator': (length) => `${'@'.repeat(length)}\u2028a`,
	'dots before a letter': (length) => `a${'.'.repeat(length)}a`,
	'an address and letters': (length) => `https://${'a'.repeat(length)}`,
	'an address with dots': (length) => `https://${'.'.repeat(length)}a/`,
	'a link with brackets': (length) => `[a](b${'(c)'.repeat(length / 3)}`,
	'a table': (length) => `a|b\n-|-\n${'a|'.repeat(length / 2)}`,
	'a rule with a letter': (length) => `${'* '.repeat(length / 2)}a`,
	'an address with folders': (length) => `https://a/${'../a/'.repeat(length / 5)}`,
};

/** What meets texts of others, whether it throws or not. */
const FUNCTIONS: Record<string, (text: string) => unknown> = {
	'the address of a proxy': (error) => {
		const body = { type: 'ProxyCallback', instanceId: '1', error };
		return redactEvent(eventOf(body) as never, body);
	},
	'the type of an event': (type) => eventOf({ type }),
	'the filters of a message': (text) => passes(messageOf(text)),
	'the filters of a status': (status) =>
		passes({ type: 'MessageStatusCallback', phone: status, status }),
	'the file of a message': (text) => {
		const file = { documentUrl: text, fileName: text, mimeType: text };
		return mediaOf({ messageId: text, document: file });
	},
	'the file of a message without a name': (text) =>
		mediaOf({ messageId: text, image: { imageUrl: `https://example.com/${text}` } }),
	'a host': (text) => isOnInternet({ hostname: text } as URL),
	'an address': (text) => URL.canParse(text) && isOnInternet(new URL(text)),
	'a pattern': toPattern('a*b*c*@*ab'),
	'a text in the form in which it is compared': searchable,
	'a text with secrets': (text) => redactText(text, ['a-secret', 'another']),
	'data with secrets': (text) => redactData({ text }, ['a-secret', 'another']),
	'a refusal': (body) =>
		failureOfAnswer({ statusCode: 400, body }, { refusedAdvice: 'Try again.' }),
	'an error in an answer': (error) =>
		failureOfAnswer({ statusCode: 200, body: { error } }, { refusedAdvice: 'Try again.' }),
	'a quoted value': quote,
	'an ID': toOpaqueId,
	'a text without marks': (text) => [trimText(text), cleanText(text)],
	'an address that is compared': (text) =>
		isSameAddress(`https://example.com/${text}`, 'https://example.com/'),
	'IDs of groups': toGroupIdList,
	phones: toPhoneList,
	'a text in Markdown': toWhatsAppFormat,
	'a question on a page': (message) =>
		questionPage('en', { responseType: 'approvalPage', message, labels: [] }, ''),
	'the language of a question': (message) =>
		readPageLanguage('', { responseType: 'freeText', message, labels: [] }),
	'an answer in words': (text) => readChoice(text, ['Sim', 'Não']),
	'a text that is divided': (text) => [splitText(text, 20), splitText(text, 4_000)],
	'addresses of pages': toUrlList,
	'an email address': (text) => toEmail(`a@${text}`),
	'an order': toOrder,
	'a list of texts': (text) => toEntries(text, [], 'name'),
	'a list in JSON with other quotes': (text) => toEntries(`[{'a': ${text}`, [], 'name'),
	'an invite link': (text) => toInviteLink(`https://chat.whatsapp.com/${text}`),
};

const EVERY_FILTER = readFilters(
	{
		chatTypes: ['group'],
		chats: { values: [{ chatId: '5511999999999' }] },
		messageKinds: ['text'],
		sentBy: ['others'],
		textContains: 'x',
		textMatches: '*x*y',
		messageStatuses: ['READ'],
	},
	false,
);
/** Each lets pass what it can, so that those after it are asked as well. */
const ANY_CHAT = readFilters({ textContains: 'xyz', textMatches: '*x*y' }, true);

function messageOf(text: string): IDataObject {
	const type = 'ReceivedCallback';
	return { type, phone: text, chatLid: text, senderLid: text, text: { message: text } };
}

function passes(body: IDataObject): boolean {
	const event = eventOf(body);
	if (event === undefined) throw new Error('This is no event');
	return [EVERY_FILTER(event, body), ANY_CHAT(event, body)].includes(undefined);
}

function cpuMillisecondsOf(act: () => unknown): number {
	const { user, system } = process.cpuUsage();
	try {
		act();
	} catch {
		// A text may be refused, as long as that is quick.
	}
	const used = process.cpuUsage({ user, system });
	return (used.user + used.system) / 1000;
}

/** The quickest of some tries is the one that nothing else disturbed. */
function millisecondsOf(act: () => unknown): number {
	let best = Infinity;
	for (let tries = 0; tries < 3 && best > UNNOTICED_MILLISECONDS; tries++) {
		best = Math.min(best, cpuMillisecondsOf(act));
	}
	return best;
}

/** What shows once may be the machine's doing; what the text's length does shows each time. */
const CONFIRMATIONS = 3;

/** @returns how a text that is twice as long takes more than twice the time; undefined if it never does */
function excessOf(act: (text: string) => unknown, shape: (length: number) => string) {
	const measure = (length: number) => {
		const text = shape(length);
		return millisecondsOf(() => act(text));
	};
	const isExcess = (now: number, before: number) =>
		now > UNNOTICED_MILLISECONDS &&
		now > Math.max(before, UNNOTICED_MILLISECONDS / MOST_GROWTH) * MOST_GROWTH;
	let before = Infinity;
	for (let length = SHORTEST; length <= LONGEST; length *= 2) {
		let now = measure(length);
		for (let seen = 1; isExcess(now, before); seen++) {
			if (seen > CONFIRMATIONS) {
				return `${length} characters take ${Math.round(now)} ms, half of them ${Math.round(before)} ms`;
			}
			before = measure(length / 2);
			now = measure(length);
		}
		before = now;
	}
	return undefined;
}

it.each(Object.keys(FUNCTIONS))(
	'takes a time in proportion to the text: %s',
	(name) => {
		const act = FUNCTIONS[name];
		if (act === undefined) throw new Error('There is no such function');
		for (const [what, shape] of Object.entries(SHAPES)) {
			expect({ what, excess: excessOf(act, shape) }).toEqual({ what, excess: undefined });
		}
	},
	120_000,
);
