import { KEPT_AFTER_MILLISECONDS } from '../../../nodes/ZApiTrigger/conversations/entries.ts';
import { LABELS, type Execution } from './waitingNode.mts';
import { PAUSE_MINUTES, RESUME_WORD } from './contexts.mts';
import type { Delivery, World } from './world.mts';

const PAUSE_MILLISECONDS = PAUSE_MINUTES * 60_000;

/** For how long a process knows what has started the workflow. */
const REMEMBERED_MILLISECONDS = 10 * 60_000;

/** Until then, what one process has done is sure to be known everywhere. */
const SETTLED_MILLISECONDS = 1_000;

type Span = Pick<Delivery, 'from' | 'to'>;

function overlaps(one: Span, other: Span): boolean {
	return one !== other && one.from <= other.to && other.from <= one.to;
}

/**
 * Two processes that take something at the same time write over each other. Each knows what it has done itself, and
 * writes it again when it is called the next time: until then, the other one may not know.
 *
 * @returns whether something else happened meanwhile, in n8n with two processes
 */
function isContested({ processes, calls }: World, span: Span, own?: Delivery): boolean {
	return (
		processes.length > 1 &&
		calls.some((call) => overlaps(call, span) && call.process !== own?.process)
	);
}

/** @returns whether a question may be answered by a message, as far as chat and person go */
function isFor({ chat, respondents }: Execution, { chat: where, person }: Delivery): boolean {
	return chat === where && (respondents === undefined || respondents.includes(person));
}

/** @returns whether a process was killed around that time */
function wasKilled({ kills }: World, from: number, to: number): boolean {
	return kills.some(
		({ at }) => at >= from - SETTLED_MILLISECONDS && at <= to + SETTLED_MILLISECONDS,
	);
}

/** @returns the team's messages that begin a pause of a chat, and what ends it, as they were told */
function pausesOf({ deliveries }: World, chat: string) {
	const inChat = deliveries.filter((each) => each.chat === chat);
	const isWord = ({ text }: Delivery) => text === RESUME_WORD;
	return {
		begun: inChat.filter((each) => each.fromMe && !isWord(each)),
		ended: inChat.filter(isWord),
	};
}

/** @returns whether a chat may be paused while a message is taken */
function maybePaused(world: World, { chat, from, to }: Delivery): boolean {
	const { begun, ended } = pausesOf(world, chat);
	return begun.some(
		(own) =>
			own.from <= to &&
			own.at + PAUSE_MILLISECONDS > from &&
			!ended.some(
				(word) =>
					word.from > own.to &&
					word.to < from &&
					word.told !== undefined &&
					word.told !== 'answered',
			),
	);
}

/** @returns whether a chat has to be paused while a message is taken */
function surelyPaused(world: World, { chat, from, to }: Delivery): boolean {
	const { begun, ended } = pausesOf(world, chat);
	return begun.some(
		(own) =>
			own.told !== undefined &&
			own.to < from &&
			own.at + PAUSE_MILLISECONDS > to &&
			!wasKilled(world, own.from, own.to) &&
			!isContested(world, own, own) &&
			!ended.some((word) => word.to >= own.from && word.from <= to),
	);
}

/** @returns the questions that have to get a message: they are open all the time, and nothing else may get it */
function surelyAnswered(world: World, delivery: Delivery): Execution[] {
	const { chat, quoted, from, to, fromMe } = delivery;
	if (fromMe || quoted !== undefined) return [];
	const { deliveries, processes } = world;
	const others = deliveries.filter((other) => other.chat === chat && overlaps(other, delivery));
	if (others.length > 0) return [];
	return world.executions.filter(
		(execution) =>
			LABELS[execution.kind].length !== 2 &&
			isFor(execution, delivery) &&
			execution.waitsFrom < from &&
			!deliveries.some(
				(other) =>
					processes.length > 1 &&
					overlaps(other, { from: execution.askedAt, to: execution.waitsFrom }),
			) &&
			execution.endedAt > to &&
			execution.until > to,
	);
}

function wrongAbout(world: World, delivery: Delivery): string[] {
	const { messageId, told } = delivery;
	const takers = world.executions.filter(({ answeredBy }) => answeredBy === messageId);
	const readers = world.executions.filter(({ notUnderstood }) => notUnderstood.includes(messageId));
	const wrong: string[] = [];
	const got = [...takers, ...readers];
	for (const execution of got) {
		if (!isFor(execution, delivery)) wrong.push('handed to somebody else’s question');
	}
	if (told === 'answered' && got.length === 0 && !delivery.isPress)
		wrong.push('lost: nobody got the answer');
	if (told === 'other' && !delivery.fromMe) wrong.push('refused');
	if (told === 'paused' && !maybePaused(world, delivery)) wrong.push('ignored without a pause');
	if (told === 'started' && !delivery.fromMe && surelyPaused(world, delivery)) {
		wrong.push('started during a pause');
	}
	if ((told === 'started' || told === 'paused') && surelyAnswered(world, delivery).length > 0) {
		wrong.push('not handed to the question that was open');
	}
	const posts = world.deliveries.filter((other) => other.messageId === messageId);
	const isAtOnce = posts.some((one) =>
		posts.some((other) => overlaps(one, other) && one.process !== other.process),
	);
	// A question that was answered is forgotten after a while, and with it the message that answered it.
	const apart = Math.max(...posts.map(({ from }) => from)) - (posts[0]?.to ?? 0);
	const isForgotten = apart >= KEPT_AFTER_MILLISECONDS;
	if (takers.length > 1 && !isAtOnce && !isForgotten && !posts.some(({ to }) => to === Infinity))
		wrong.push('answered twice');
	// Nothing is started yet by a message that is posted twice at once. What another process has started isn't known to this one, nor what was started before it was killed.
	const isKnown =
		!posts.some((one) => posts.some((other) => overlaps(one, other))) &&
		apart < REMEMBERED_MILLISECONDS &&
		new Set(posts.map(({ process, life }) => `${process} ${life}`)).size === 1;
	if (isKnown && takers.length > 0 && world.started.includes(messageId))
		wrong.push('answered, and started something');
	return wrong.map((what) => `${messageId} "${delivery.text}" was ${what}`);
}

/** @returns what is wrong with what has happened; empty if nothing is */
export function wrongIn(world: World): string[] {
	return [...new Set(world.deliveries.flatMap((delivery) => wrongAbout(world, delivery)))];
}
