import type { Facts, SlotKind, Left, Plan, Remembered } from './facts';
import { SENT_BY_ME, WAS_ON } from './facts';
import { slotKindOf, liveAt } from './slotKinds';
import { isSameAddress, baseOf } from './webhookAddress';
import { hiddenSlots, RECEIVED, RECEIVED_AND_DELIVERY } from './webhookSlots';

/** `leave` and `say` both change nothing; `say` tells the user, since the node gets no events. */
export type Action = 'keep' | 'take' | 'refuse' | 'leave' | 'say';

type Column = 'publish' | 'replace' | 'start' | 'again';

function row(
	publish: Action,
	replace: Action,
	start: Action,
	again: Action,
): Record<Column, Action> {
	return { publish, replace, start, again };
}

/**
 * What is done about what is in a slot: on publishing and in a test, without and with *Replace Existing Addresses*; at
 * a start; and when a node that was started asks again.
 */
export const ACTIONS: Record<SlotKind, Record<Column, Action>> = {
	mine: row('keep', 'keep', 'keep', 'keep'),
	free: row('take', 'take', 'take', 'take'),
	test: row('take', 'take', 'take', 'take'),
	moved: row('take', 'take', 'take', 'take'),
	leftover: row('take', 'take', 'leave', 'take'),
	published: row('take', 'take', 'leave', 'leave'),
	gone: row('take', 'take', 'leave', 'take'),
	sibling: row('refuse', 'take', 'leave', 'leave'),
	elsewhere: row('refuse', 'take', 'say', 'say'),
	foreign: row('refuse', 'take', 'say', 'say'),
	unclear: row('refuse', 'take', 'say', 'say'),
};

function columnOf({ why, self }: Facts): Column {
	if (why === 'start' || why === 'again') return why;
	return self.replaces ? 'replace' : 'publish';
}

function actionFor(slot: string, kind: SlotKind, facts: Facts): Action {
	// The second address for messages isn't needed; if another program has it, it is in the way.
	if (slot === RECEIVED_AND_DELIVERY && kind === 'free') return 'keep';
	const address = facts.shown[slot] ?? '';
	const isInSameWorkflow = liveAt(facts, address)?.workflow === facts.self.workflow;
	if (kind === 'sibling' && isInSameWorkflow && columnOf(facts) === 'replace') return 'refuse';
	return ACTIONS[kind][columnOf(facts)];
}

/** What was in a slot before this n8n took it, when this node takes or keeps it. */
function beforeOf(slot: string, kind: SlotKind, facts: Facts): string {
	const address = facts.shown[slot] ?? '';
	const known = facts.remembered[slot]?.before;
	const itsOwn = liveAt(facts, address)?.taken[slot]?.before;
	switch (kind) {
		case 'free':
			return '';
		case 'foreign':
		case 'elsewhere':
		case 'unclear':
			return address;
		case 'sibling':
		case 'published':
			// A test gives it back; otherwise, this is what comes next when both are gone.
			return facts.why === 'test' && kind === 'sibling' ? address : (itsOwn ?? address);
		default:
			return known ?? itsOwn ?? '';
	}
}

/** Whether a hidden slot is set: on publishing, and after a start if something shows that it isn't this node's any more. */
function setsHidden(
	slot: string,
	kind: SlotKind,
	kinds: Record<string, SlotKind>,
	facts: Facts,
): boolean {
	if (facts.done.includes(slot)) return false;
	if (facts.why === 'publish' || facts.why === 'test') return true;
	return kind !== 'mine' || Object.values(kinds).includes('test');
}

function decideToListen(
	facts: Facts,
	kinds: Record<string, SlotKind>,
): Omit<Plan, 'ask' | 'kinds'> {
	const { self, shown, sentByMe, remembered } = facts;
	const actions = self.wants.map((slot) => {
		const kind = kinds[slot] ?? 'free';
		return { slot, kind, address: shown[slot] ?? '', action: actionFor(slot, kind, facts) };
	});
	const isOneOf =
		(...wanted: Action[]) =>
		({ action }: { action: Action }) =>
			wanted.includes(action);
	const plain = ({ slot, kind, address }: Left): Left => ({ slot, kind, address });
	const inTheWay = actions.filter(isOneOf('refuse')).map(plain);
	const left = actions.filter(isOneOf('leave', 'say')).map(plain);
	// Another n8n that is alive, or may be, keeps all that it has, and gets nothing new taken from it.
	const isOthers = left.some(({ kind }) => kind === 'elsewhere' || kind === 'unclear');
	if (inTheWay.length > 0 || isOthers) {
		return { inTheWay, left, set: [], taken: remembered };
	}

	const held = actions.filter(isOneOf('keep', 'take'));
	const set = held
		.filter(({ slot, kind, action }) =>
			hiddenSlots.includes(slot) ? setsHidden(slot, kind, kinds, facts) : action === 'take',
		)
		.map(({ slot, address }) => ({ slot, value: self.address, from: address }));
	const taken: Remembered = Object.fromEntries(
		held
			.filter(({ slot, kind }) => slot !== RECEIVED_AND_DELIVERY || kind !== 'free')
			.map(({ slot, kind }) => [
				slot,
				{ address: self.address, before: beforeOf(slot, kind, facts) },
			]),
	);
	const kept = [...left.map(({ slot }) => slot), SENT_BY_ME];
	for (const slot of kept) if (remembered[slot]) taken[slot] = remembered[slot];
	const getsMessages = held.some(({ slot }) => slot === RECEIVED);
	if (!self.wantsSentByMe || !getsMessages) return { inTheWay, left, set, taken };
	taken[SENT_BY_ME] = { address: self.address, before: sentByMe ? beforeSentByMe(facts) : '' };
	return { inTheWay, left, set, taken, ...(!sentByMe && { setSentByMe: true }) };
}

/** Whether *notify sent by me* was on before any node of this n8n switched it on, given that it is on. */
function beforeSentByMe({ remembered, live }: Facts): string {
	const isOurs = live.some(({ taken }) => taken[SENT_BY_ME]?.before === '');
	return remembered[SENT_BY_ME]?.before ?? (isOurs ? '' : WAS_ON);
}

/** @returns what belongs in a slot without this node; undefined if somebody has to be asked first */
function nextIn(slot: string, facts: Facts): { value: string } | { ask: string } {
	const { self, live, remembered } = facts;
	const published = live.filter(({ isTest, wants }) => !isTest && wants.includes(slot));
	const before = remembered[slot]?.before ?? '';
	const had = published.find(({ address }) => isSameAddress(address, before));
	const own = published.find(({ address }) => baseOf(address, self.key) !== undefined);
	const next = had ?? own ?? published.at(-1);
	// The second address for messages is set for a node only to get past somebody else's.
	if (next && (slot !== RECEIVED_AND_DELIVERY || next.taken[slot])) return { value: next.address };
	const kind = slotKindOf(before, facts);
	if (kind === undefined) return { ask: before };
	if (kind === 'sibling' && liveAt(facts, before)) return { value: '' };
	const isThere = ['published', 'sibling', 'elsewhere', 'foreign', 'unclear'].includes(kind);
	return { value: isThere ? before : '' };
}

function isNobodyElses(slot: string, facts: Facts): boolean {
	const address = facts.shown[slot] ?? '';
	return (
		address === '' ||
		isSameAddress(address, facts.self.address) ||
		liveAt(facts, address) !== undefined
	);
}

function decideToLeave(facts: Facts): Plan {
	const { self, shown, remembered, live, sentByMe, done } = facts;
	const held = Object.keys(shown).filter(
		(slot) => isSameAddress(shown[slot], self.address) && !done.includes(slot),
	);
	const next = held.map((slot) => ({ slot, ...nextIn(slot, facts) }));
	const ask = next.flatMap((step) => ('ask' in step ? [step.ask] : []));
	const set = next.flatMap((step) =>
		'value' in step ? [{ slot: step.slot, value: step.value, from: shown[step.slot] ?? '' }] : [],
	);
	const isNeeded = live.some(({ wantsSentByMe }) => wantsSentByMe);
	const switchesOff =
		sentByMe &&
		remembered[SENT_BY_ME]?.before === '' &&
		!isNeeded &&
		[RECEIVED, RECEIVED_AND_DELIVERY].every((slot) => isNobodyElses(slot, facts));
	return {
		ask,
		kinds: {},
		inTheWay: [],
		left: [],
		set: ask.length > 0 ? [] : set,
		taken: {},
		...(switchesOff && ask.length === 0 && { setSentByMe: false }),
	};
}

/**
 * Decides what a node does about what Z-API shows. It has no effects and remembers nothing: the same facts always give
 * the same plan, and a plan that was carried out gives an empty one.
 */
export function decide(facts: Facts): Plan {
	if (facts.why === 'end') return decideToLeave(facts);
	const { self, shown, remembered } = facts;
	const found = self.wants.map((slot) => [slot, slotKindOf(shown[slot] ?? '', facts)] as const);
	const ask = found.filter(([, kind]) => kind === undefined).map(([slot]) => shown[slot] ?? '');
	const kinds = Object.fromEntries(found.filter(([, kind]) => kind !== undefined)) as Plan['kinds'];
	if (ask.length > 0) {
		return { ask: [...new Set(ask)], kinds, inTheWay: [], left: [], set: [], taken: remembered };
	}
	return { ask, kinds, ...decideToListen(facts, kinds) };
}
