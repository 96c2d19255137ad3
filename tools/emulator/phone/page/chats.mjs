import { make } from './dom.mjs';
import { kindWord, locale, word } from './words.mjs';

const HUES = [168, 205, 262, 320, 12, 35, 95];

/** @returns two letters of a name, or a picture of what it is */
export function initials({ name, kind }) {
	if (kind === 'channel') return '📢';
	const letters = name
		.split(/\s+/)
		.map((part) => [...part][0] ?? '')
		.filter((letter) => /\p{L}/u.test(letter));
	if (letters.length === 0) return kind === 'group' ? '👥' : '👤';
	return (letters[0] + (letters.length > 1 ? letters.at(-1) : '')).toUpperCase();
}

/** @returns a colour that is always the same for the same chat */
export function hueOf(id) {
	const sum = [...id].reduce((total, letter) => (total * 31 + letter.codePointAt(0)) >>> 0, 7);
	return HUES[sum % HUES.length];
}

export function avatar(chat) {
	const shown = make('span.avatar', { 'aria-hidden': 'true' }, initials(chat));
	shown.style.setProperty('--hue', hueOf(chat.id));
	return shown;
}

/** @returns a number as people in Brazil write it, or the one with a plus */
export function phoneText(phone) {
	const [, area, first, rest] = /^55(\d\d)(\d{4,5})(\d{4})$/.exec(phone) ?? [];
	if (area) return `+55 ${area} ${first}-${rest}`;
	return /^\d+$/.test(phone) ? `+${phone}` : phone;
}

/** @returns the name of someone, or the number in a form that people can read */
export function nameOf({ id, name }) {
	return name === id ? phoneText(id) : name;
}

export function timeText(time) {
	return new Date(time).toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' });
}

/** @returns a message in a few words */
export function summary({ view, isDeleted }) {
	if (isDeleted) return word('deleted');
	const isPlain = ['text', 'buttonsResponseMessage', 'listResponseMessage'].includes(view.kind);
	const text = view.text ?? view.title;
	return isPlain || (text && !view.media) ? (text ?? kindWord(view.kind)) : kindWord(view.kind);
}

function about(chat) {
	if (chat.kind === 'group') return chat.about || word('group', { count: chat.people.length });
	return chat.kind === 'person' && chat.name !== chat.id ? phoneText(chat.id) : '';
}

/** @returns the rows of the list of chats, the newest first */
export function chatRows({ chats, messages }, chosen, choose) {
	const sorted = [...chats].sort((one, other) => other.time - one.time);
	return sorted.map((chat) => {
		const last = messages.find(({ id }) => id === chat.last);
		const below = last ? (last.fromMe ? '' : '✓ ') + summary(last) : about(chat);
		const isChosen = chat.id === chosen;
		const { id, name, unread, time } = chat;
		const draw = () =>
			make(
				'li',
				{},
				make(
					'button.chat',
					{
						type: 'button',
						'data-focus': `chat-${id}`,
						'aria-current': isChosen ? 'true' : undefined,
						onclick: () => choose(id),
					},
					avatar(chat),
					make(
						'span.lines',
						{},
						make('span.name', {}, nameOf(chat)),
						make('span.below', {}, below),
					),
					make(
						'span.marks',
						{},
						make('span.time', {}, time ? timeText(time) : ''),
						unread > 0
							? make(
									'span.unread',
									{ 'aria-label': word('unread', { count: unread }) },
									`${unread}`,
								)
							: '',
					),
				),
			);
		return { key: id, data: [name, below, isChosen, unread, time, locale()], draw };
	});
}
