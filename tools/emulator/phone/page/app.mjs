import { act, watch } from './api.mjs';
import { bubbleRows } from './bubble.mjs';
import { chatRows, hueOf, initials, nameOf, phoneText, summary } from './chats.mjs';
import { setUpComposer } from './composer.mjs';
import { byId, make, show } from './dom.mjs';
import { journalRows } from './journal.mjs';
import { fillWords, switchLanguage, word } from './words.mjs';

const EMPTY = { number: 0, numbers: [], chats: [], messages: [], journal: [] };

let state = EMPTY;
/** Who writes, if it's the number itself, on the phone that is connected to Z-API. */
const BUSINESS = 'business';
/** What of it is looked at: the number, the chat, who writes, and the message that is answered. */
const chosen = { number: numberInAddress(), chat: undefined, as: undefined, quoted: undefined };

function numberInAddress() {
	return Number(window.location.hash.slice(1)) || 0;
}

function notify(text) {
	const notice = byId('notice');
	notice.hidden = text === '';
	notice.textContent = text;
	if (text !== '' && text !== word('gone')) setTimeout(() => notify(''), 6000);
}

const current = () => state.chats.find(({ id }) => id === chosen.chat);

/** The customer who acts in a chat: in a group it has to be said. */
function whoIn(chat) {
	if (chat?.kind !== 'group') return chat?.id;
	const isThere = chat.people.some(({ phone }) => phone === chosen.as);
	return isThere ? chosen.as : chat.people[0]?.phone;
}

/** What ends the answering of a message. */
const WRITING = ['write', 'file', 'sample'];

async function send(action, given) {
	const chat = current();
	const as = chat?.kind === 'group' ? whoIn(chat) : undefined;
	const byHand = chosen.as === BUSINESS;
	try {
		await act(action, {
			number: chosen.number,
			chat: chosen.chat,
			as,
			byHand,
			quoted: chosen.quoted,
			...given,
		});
		if (WRITING.includes(action)) {
			chosen.quoted = undefined;
			drawQuote();
		}
	} catch (error) {
		notify(error instanceof TypeError ? word('gone') : error.message);
	}
	await look();
}

const tools = {
	get title() {
		return state.numbers[state.number]?.name ?? '';
	},
	get isGroup() {
		return current()?.kind === 'group';
	},
	me: () => whoIn(current()),
	press: (message, id) => send('press', { message: message.id, id }),
	vote: (message, options) => send('vote', { message: message.id, options }),
	react(message, emoji) {
		const isMine = message.reactions.some(
			(reaction) => reaction.emoji === emoji && reaction.by === whoIn(current()),
		);
		return send('react', { message: message.id, value: isMine ? '' : emoji });
	},
	reply(message) {
		chosen.quoted = message.id;
		drawQuote();
		byId('text').focus();
	},
};

function drawQuote() {
	const message = state.messages.find(({ id }) => id === chosen.quoted);
	byId('quote').hidden = !message;
	byId('quote-text').textContent = message ? summary(message) : '';
}

function drawNumbers() {
	const others = state.numbers.filter(({ id }) => id !== chosen.number);
	const count = others.reduce((total, { unread }) => total + unread, 0);
	byId('numbers-label').textContent = word(count > 0 ? 'numberOthers' : 'number', { count });
	const rows = state.numbers.map(({ id, name, unread }) => {
		const label = unread > 0 && id !== chosen.number ? `${name} (${unread})` : name;
		return { key: `${id}`, data: label, draw: () => make('option', { value: `${id}` }, label) };
	});
	show(byId('numbers'), rows);
	byId('numbers').value = `${chosen.number}`;
	const connected = state.numbers[state.number]?.connected ?? true;
	document.body.classList.toggle('offline', !connected);
	byId('connection-state').textContent = word(connected ? 'online' : 'offline');
	byId('connection-toggle').textContent = word(connected ? 'goOffline' : 'goOnline');
}

/** Shows who can write in a chat, and who does. */
function drawWriters(chat) {
	const customers = chat.kind === 'group' ? chat.people : [{ phone: chat.id }];
	const writers = [
		...customers.map(({ phone, name }) => [
			phone,
			name === undefined ? word('customer') : nameOf({ id: phone, name }),
		]),
		[BUSINESS, word('business')],
	];
	const isBusiness = chosen.as === BUSINESS;
	const rows = writers.map(([value, label]) => ({
		...{ key: value, data: label, draw: () => make('option', { value }, label) },
	}));
	show(byId('as-who'), rows);
	byId('as-who').value = isBusiness ? BUSINESS : (whoIn(chat) ?? BUSINESS);
	document.body.classList.toggle('as-business', isBusiness);
	byId('text').placeholder = word(isBusiness ? 'writeAsBusiness' : 'write');
}

/** Whether the newest message is in sight, and so the next one should come into sight as well. */
let isAtEnd = true;

function stayAtEnd() {
	const list = byId('messages');
	if (isAtEnd) list.scrollTop = list.scrollHeight;
}

function drawChat() {
	const chat = current();
	byId('chat').hidden = !chat;
	byId('nothing').hidden = Boolean(chat);
	document.body.classList.toggle('in-chat', Boolean(chat));
	if (!chat) return;
	byId('chat-name').textContent = nameOf(chat);
	byId('chat-avatar').textContent = initials(chat);
	byId('chat-avatar').style.setProperty('--hue', hueOf(chat.id));
	const about = {
		group: chat.about || word('group', { count: chat.people.length }),
		person: phoneText(chat.id),
	};
	byId('chat-about').textContent = about[chat.kind] ?? '';
	byId('join').hidden = chat.kind !== 'group';
	byId('composer').hidden = chat.kind === 'channel';
	drawWriters(chat);

	const list = byId('messages');
	const isNew = list.dataset.chat !== `${chosen.number} ${chat.id}`;
	list.dataset.chat = `${chosen.number} ${chat.id}`;
	const messages = state.messages.filter(({ chat: id }) => id === chat.id);
	show(list, bubbleRows(messages, tools));
	if (isNew) isAtEnd = true;
	stayAtEnd();
	markRead(chat);
}

/** A chat that somebody looks at is read. */
function markRead({ id, unread }) {
	if (unread > 0 && document.visibilityState === 'visible') void send('read', { chat: id });
}

function draw() {
	drawNumbers();
	show(byId('chats'), chatRows(state, chosen.chat, choose));
	drawChat();
	drawQuote();
	show(byId('entries'), journalRows(state));
}

function choose(id) {
	chosen.chat = id;
	chosen.quoted = undefined;
	// Elsewhere, nobody should write as the business unawares.
	if (chosen.as === BUSINESS) chosen.as = undefined;
	draw();
	if (id) byId('text').focus({ preventScroll: true });
}

function showJournal(isShown) {
	byId('journal').hidden = !isShown;
	byId('journal-toggle').setAttribute('aria-expanded', String(isShown));
	document.body.classList.toggle('in-journal', isShown);
}

function speak() {
	fillWords();
	byId('language').textContent = word('otherShort');
	byId('language').title = word('other');
	byId('language').setAttribute('aria-label', word('other'));
	byId('journal-toggle').textContent = '⇄';
	byId('journal-toggle').title = word('journal');
	byId('journal-toggle').setAttribute('aria-label', word('journal'));
	composer.fillMenu();
	draw();
}

const composer = setUpComposer(send, notify);

byId('numbers').addEventListener('change', ({ target }) => {
	window.location.hash = target.value;
});
window.addEventListener('hashchange', () => {
	chosen.number = numberInAddress();
	chosen.chat = undefined;
	chosen.as = undefined;
	void look();
});
byId('as-who').addEventListener('change', ({ target }) => {
	chosen.as = target.value;
	draw();
});
byId('connection-toggle').addEventListener('click', () => {
	const { connected } = state.numbers[state.number];
	void send(connected ? 'disconnect' : 'connect', {});
});
byId('new-chat').addEventListener('submit', async (event) => {
	event.preventDefault();
	const phone = byId('new-number').value.replace(/\D/g, '');
	if (phone === '') return;
	byId('new-number').value = '';
	await send('open', { chat: phone });
	choose(state.chats.find(({ id }) => id === phone)?.id ?? chosen.chat);
});
byId('join').addEventListener('click', () => {
	const phone = window.prompt(word('joinWho'), '5511900000012');
	if (phone) void send('join', { phone });
});
byId('messages').addEventListener('scroll', ({ target }) => {
	isAtEnd = target.scrollHeight - target.scrollTop - target.clientHeight < 40;
});
// A picture has no height before it has come.
for (const name of ['load', 'loadedmetadata']) {
	byId('messages').addEventListener(name, stayAtEnd, true);
}
byId('back').addEventListener('click', () => {
	const { chat } = chosen;
	choose(undefined);
	document.querySelector(`[data-focus="chat-${CSS.escape(chat)}"]`)?.focus();
});
byId('quote-drop').addEventListener('click', () => {
	chosen.quoted = undefined;
	drawQuote();
	byId('text').focus();
});
byId('language').addEventListener('click', () => {
	switchLanguage();
	speak();
});
byId('journal-toggle').addEventListener('click', () => showJournal(byId('journal').hidden));
byId('journal-close').addEventListener('click', () => {
	showJournal(false);
	byId('journal-toggle').focus();
});
document.addEventListener('visibilitychange', draw);
document.addEventListener('keydown', ({ key }) => {
	if (key !== 'Escape') return;
	for (const details of document.querySelectorAll('details.menu[open], #attach[open]')) {
		details.open = false;
	}
});
document.addEventListener('click', ({ target }) => {
	for (const details of document.querySelectorAll('details.menu[open], #attach[open]')) {
		if (!details.contains(target)) details.open = false;
	}
});

const look = watch(
	() => chosen.number,
	(changed) => {
		state = changed;
		// The one in the address needn't be there.
		chosen.number = state.number;
		draw();
	},
	(isThere) => {
		if (!isThere) notify(word('gone'));
		else if (byId('notice').textContent === word('gone')) notify('');
	},
);
showJournal(window.innerWidth >= 1180);
speak();
