import { hueOf, nameOf, summary, timeText } from './chats.mjs';
import { formatted, linkTo, make } from './dom.mjs';
import { kindWord, locale, word } from './words.mjs';

const EMOJI = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

const TICKS = { QUEUED: '🕓', FAILED: '⚠️', SENT: '✓', RECEIVED: '✓✓', READ: '✓✓', PLAYED: '✓✓' };

function media({ type, url, name }) {
	if (type === 'image' || type === 'sticker') {
		const image = make('img', { src: url, alt: kindWord(type), loading: 'lazy' });
		image.className = type;
		image.addEventListener('error', () => image.replaceWith(linkTo(url, `${kindWord(type)} ↗`)));
		return image;
	}
	if (type === 'audio' || type === 'video') {
		return make(type, {
			src: url,
			controls: true,
			preload: 'metadata',
			'aria-label': kindWord(type),
		});
	}
	const label = name ?? kindWord('document');
	const link = make('a.file', { href: url, download: label }, '📄 ', make('span', {}, label));
	link.setAttribute('aria-label', word('file', { name: label }));
	return link;
}

function buttons(list, message, tools) {
	return make(
		'div.buttons',
		{},
		list.map(({ id, label, url }) =>
			id === undefined
				? linkTo(url ?? '', `↗ ${label}`)
				: make(
						'button.press',
						{
							...{ type: 'button', 'data-focus': `${message.id}-${id}` },
							onclick: () => tools.press(message, id),
						},
						`↩ ${label}`,
					),
		),
	);
}

function list({ label, title, rows }, message, tools) {
	const row = ({ id, label: name, description }) =>
		make(
			'button.option',
			{ type: 'button', onclick: () => tools.press(message, id) },
			make('span', {}, name),
			make('small', {}, description ?? ''),
		);
	return make(
		'details.list',
		{},
		make('summary', {}, `☰ ${label}`),
		make('p.heading', {}, title),
		rows.map(row),
	);
}

function poll({ max, options }, message, tools) {
	const most = Math.max(1, ...options.map(({ voters }) => voters.length));
	const me = tools.me();
	const group = `poll-${message.id}`;
	const rows = options.map(({ name, voters }) => {
		const input = make('input', {
			...{ type: max === 1 ? 'radio' : 'checkbox', name: group, value: name },
			checked: voters.includes(me),
		});
		const meter = make('span.meter', {});
		meter.style.setProperty('--part', voters.length / most);
		return make(
			'label.choice',
			{},
			input,
			make('span', {}, name),
			make('span.count', { title: word('votes', { count: voters.length }) }, `${voters.length}`),
			meter,
		);
	});
	const form = make(
		'form.poll',
		{},
		make('small', {}, word(max === 1 ? 'voteOne' : 'voteMany')),
		rows,
		make('button.press', { type: 'submit' }, word('vote')),
	);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		tools.vote(message, new FormData(form).getAll(group));
	});
	return form;
}

function content(view, message, tools) {
	return [
		view.media ? media(view.media) : '',
		view.title ? make('p.title', {}, view.title) : '',
		view.text ? make('p.text', {}, formatted(view.text)) : '',
		...(view.lines ?? []).map((line) => make('p.line', {}, line)),
		view.link && !view.text?.includes(view.link)
			? linkTo(view.link, view.kind === 'location' ? word('map') : view.link)
			: '',
		view.footer ? make('p.footer', {}, view.footer) : '',
		view.poll ? poll(view.poll, message, tools) : '',
		view.list ? list(view.list, message, tools) : '',
		view.buttons?.length ? buttons(view.buttons, message, tools) : '',
		view.cards
			? make(
					'div.cards',
					{},
					view.cards.map((card) => make('div.card', {}, content(card, message, tools))),
				)
			: '',
	];
}

function needsName(view) {
	return !view.text && !view.media && !view.poll && !view.cards;
}

function status({ status, fromMe, isByHand, isEdited, isPinned, time }) {
	const ticks = TICKS[status === 'READ_BY_ME' ? 'READ' : status];
	const tick = make(`span.ticks.${status}`, { role: 'img', 'aria-label': word(status) }, ticks);
	const author = fromMe ? (isByHand ? 'business' : 'workflow') : 'you';
	tick.title = `${word(author)}: ${word(status)}`;
	const notes = [
		isByHand ? word('business') : '',
		isPinned ? `📌 ${word('pinned')}` : '',
		isEdited ? word('edited') : '',
	];
	return make('span.status', {}, [...notes, timeText(time)].filter(Boolean).join(' · '), ' ', tick);
}

function menu(message, tools) {
	const details = make('details.menu', {}, make('summary', { 'aria-label': word('replyTo') }, '⌄'));
	const close = (act) => () => {
		details.open = false;
		act();
	};
	const react = (emoji) =>
		make(
			'button',
			{
				...{ type: 'button', 'aria-label': emoji },
				onclick: close(() => tools.react(message, emoji)),
			},
			emoji,
		);
	details.append(
		make(
			'div',
			{},
			make('button', { type: 'button', onclick: close(() => tools.reply(message)) }, word('reply')),
			EMOJI.map(react),
		),
	);
	return details;
}

function reactionsOf({ reactions }) {
	if (reactions.length === 0) return '';
	const title = reactions
		.map(({ emoji, name }) => `${emoji} ${name || word('workflow')}`)
		.join(', ');
	const shown = [...new Set(reactions.map(({ emoji }) => emoji))].join('');
	return make('span.reactions', { title, role: 'img', 'aria-label': title }, shown);
}

function draw(message, quoted, tools) {
	const { fromMe, isDeleted, view, error, name, who } = message;
	const author = make('p.author', {}, fromMe ? tools.title : nameOf({ id: who, name }));
	author.style.setProperty('--hue', hueOf(fromMe ? tools.title : who));
	const bubble = make(
		`div.bubble.${view.kind || 'none'}`,
		{},
		tools.isGroup ? author : '',
		quoted ? make('blockquote', {}, summary(quoted)) : '',
		isDeleted
			? make('p.deleted', {}, `🚫 ${word('deleted')}`)
			: [
					needsName(view) ? make('p.kind', {}, kindWord(view.kind)) : '',
					content(view, message, tools),
				],
		error ? make('p.error', {}, word('failedToSend', { error })) : '',
		status(message),
		reactionsOf(message),
		isDeleted ? '' : menu(message, tools),
	);
	const isMine = !fromMe && who === tools.me();
	return make(isMine ? 'li.mine' : 'li.theirs', {}, bubble);
}

/**
 * @param {object[]} messages of one chat
 * @param {object} tools what can be done to them
 * @returns the rows of the chat
 */
export function bubbleRows(messages, tools) {
	return messages.map((message) => {
		const quoted = messages.find(({ id }) => id === message.quoted);
		const data = [message, quoted && summary(quoted), locale(), tools.title, tools.me()];
		return { key: message.id, data, draw: () => draw(message, quoted, tools) };
	});
}
