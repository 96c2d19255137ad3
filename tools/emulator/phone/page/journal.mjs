import { timeText } from './chats.mjs';
import { make } from './dom.mjs';
import { locale, word } from './words.mjs';

function outcome({ status, problem }) {
	if (problem) return word(problem);
	return status === undefined ? word('waiting') : `${status}`;
}

function draw(entry) {
	const { kind, title, body, answer, status, problem, time } = entry;
	const isWell = status !== undefined && status < 400;
	const code = make(isWell ? 'span.outcome.well' : 'span.outcome', {}, outcome(entry));
	const hint = { nowhere: 'publish', notAsked: 'askForOwn' }[problem];
	if (hint || (status === undefined && !problem)) code.classList.add('idle');
	return make(
		`li.${kind}`,
		{},
		make(
			'details',
			{},
			make(
				'summary',
				{},
				make('span.direction', {}, word(kind)),
				make('span.time', {}, timeText(time)),
				make('code.title', {}, title),
				code,
			),
			hint ? make('p.hint', {}, word(hint)) : '',
			body ? make('pre', { tabIndex: 0 }, body) : '',
			answer ? [make('p', {}, word('answered')), make('pre', { tabIndex: 0 }, answer)] : '',
		),
	);
}

/** @returns the rows of what happened, the newest first */
export function journalRows({ journal }) {
	return journal.toReversed().map((entry) => ({
		...{ key: String(entry.id), data: [entry, locale()] },
		draw: () => draw(entry),
	}));
}
