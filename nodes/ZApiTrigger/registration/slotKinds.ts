import {
	isOfTest,
	isSameAddress,
	baseOf,
	isUnder,
	productionBaseOf,
	testBaseOf,
} from './webhookAddress';
import type { Answer, Facts, SlotKind, LiveNode } from './facts';

/** @returns the node of this process that has an address */
export function liveAt({ live }: Pick<Facts, 'live'>, address: string): LiveNode | undefined {
	return live.find((node) => isSameAddress(node.address, address));
}

function isSameOrigin(one: string, other: string): boolean {
	return new URL(one).origin === new URL(other).origin;
}

/** The bases of this n8n: of published workflows, and of tests. */
function basesOf({ self }: Facts): { own: string; production: string; test: string } {
	const own = baseOf(self.address, self.key) ?? '';
	return self.isTest
		? { own, production: productionBaseOf(own), test: own }
		: { own, production: own, test: testBaseOf(own) };
}

/** Whether an answer comes from a node of this n8n, which knows the addresses of now. */
function isFromHere(answer: Answer, facts: Facts): boolean {
	if (answer.is !== 'alive' || answer.address === undefined) return false;
	const { production, test } = basesOf(facts);
	const { address } = answer;
	return isUnder(address, production) || isUnder(address, test);
}

/** An address of this very node that isn't the one of now. */
function kindOfOwn(address: string, base: string, facts: Facts): SlotKind | undefined {
	const { self } = facts;
	const live = liveAt(facts, address);
	if (self.isTest) {
		if (live !== undefined || isSameOrigin(address, self.address)) return 'published';
	} else if (live?.isTest === true || base === basesOf(facts).test) return 'test';
	const answer = facts.answers[address];
	if (answer === undefined) return undefined;
	if (answer.is === 'nobody' || isFromHere(answer, facts))
		return self.isTest && answer.is === 'alive' ? 'published' : 'moved';
	return answer.is === 'alive' ? 'elsewhere' : 'unclear';
}

/** An address of another node of this n8n, under the base that this n8n has. */
function kindOfSibling(address: string, facts: Facts): SlotKind | undefined {
	// After a start, it may only be a moment until that node is started, too.
	if (facts.why === 'start') return 'sibling';
	const answer = facts.answers[address];
	if (answer === undefined) return undefined;
	// Anything else can mean that this n8n doesn't reach itself under its public address.
	return answer.is === 'nobody' && answer.isFromN8n === true ? 'gone' : 'sibling';
}

/** An address of another node, under a base that this n8n had once: a copy of its database remembers that, too. */
function kindOfFormer(address: string, facts: Facts): SlotKind | undefined {
	const answer = facts.answers[address];
	if (answer === undefined) return undefined;
	if (answer.is === 'nobody') return 'gone';
	if (isFromHere(answer, facts)) return 'sibling';
	return answer.is === 'alive' ? 'elsewhere' : 'unclear';
}

/**
 * Tells whose an address is.
 *
 * @param address what is in a slot
 * @returns undefined if whoever is there has to be asked first
 */
export function slotKindOf(address: string, facts: Facts): SlotKind | undefined {
	const { self, remembered } = facts;
	if (address === '') return 'free';
	if (isSameAddress(address, self.address)) return 'mine';
	const base = baseOf(address, self.key);
	if (base !== undefined) return kindOfOwn(address, base, facts);
	if (liveAt(facts, address) !== undefined) return 'sibling';
	const { production, test } = basesOf(facts);
	if (isUnder(address, production)) return kindOfSibling(address, facts);
	if (isUnder(address, test)) return 'leftover';
	const formerBases = Object.values(remembered)
		.map((held) => baseOf(held.address, self.key))
		.filter((former) => former !== undefined);
	if (formerBases.some((former) => isUnder(address, former))) return kindOfFormer(address, facts);
	if (formerBases.some((former) => isOfTest(address) && isUnder(address, testBaseOf(former)))) {
		return kindOfFormer(address, facts);
	}
	return 'foreign';
}
