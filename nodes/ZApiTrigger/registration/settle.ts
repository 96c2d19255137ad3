import { decide } from './decision';
import type { Answer, Facts, Left, Plan, Remembered, Self, Why } from './facts';
import type { ProcessMemory, Reading } from './memory';
import { isSameAddress } from './webhookAddress';
import type { WebhookSettings } from './webhookSettings';
import { displayNameOf, hiddenSlots } from './webhookSlots';

/** What reaches out of this n8n. */
export interface Ports {
	readSettings: () => Promise<WebhookSettings>;
	setAddress: (slot: string, address: string) => Promise<void>;
	setNotifySentByMe: (isOn: boolean) => Promise<void>;
	/** Asks whoever is at an address whether a trigger is alive there. */
	ping: (address: string) => Promise<Answer>;
}

/** What n8n keeps of a node in its database. */
export interface Store {
	read: () => Remembered;
	/** Changes nothing if it is the same. */
	write: (taken: Remembered) => void;
}

/** A node and all that it needs to register at one instance. */
export interface Registrant {
	self: Self;
	/** The instance and its server, which only serve to tell instances apart. */
	instance: string;
	ports: Ports;
	store: Store;
}

/** Something is in the way of a node that a person publishes or tests. */
export class InTheWay extends Error {
	constructor(
		readonly inTheWay: Left[],
		readonly answers: Record<string, Answer>,
	) {
		super();
	}
}

/** Z-API says that it has set something, and shows something else. */
export class WithoutEffect extends Error {
	/** @param left what is still there, by what users call it */
	constructor(readonly left: Array<{ displayName: string; address?: string }>) {
		super();
	}
}

/** Something failed after the first change was begun. */
export class PartialFailure extends Error {
	constructor(readonly reason: unknown) {
		super();
	}
}

/** How often the same is set until it has an effect. */
const MOST_ATTEMPTS = 3;

/** Bounds how often a decision may depend on one more answer. */
const MOST_QUESTIONS = 5;

/** @returns whether a plan changes anything at Z-API */
export function hasSteps({ set, setSentByMe }: Plan): boolean {
	return set.length > 0 || setSentByMe !== undefined;
}

/** What a node remembers; what this process knows is newer than what n8n has stored. */
function rememberedBy({ self, instance, store }: Registrant, memory: ProcessMemory): Remembered {
	return memory.takenBy(instance, self.address) ?? store.read();
}

/** Hidden slots hold what this n8n has set last, for all that is known. */
function hiddenAddresses(registrant: Registrant, memory: ProcessMemory): Record<string, string> {
	const remembered = rememberedBy(registrant, memory);
	return Object.fromEntries(
		hiddenSlots.map((slot) => {
			const holders = memory.liveAt(registrant.instance).filter(({ taken }) => taken[slot]);
			return [slot, holders.at(-1)?.address ?? remembered[slot]?.address ?? ''];
		}),
	);
}

function factsOf(
	registrant: Registrant,
	why: Why,
	memory: ProcessMemory,
	{ settings, answers }: Reading,
	done: string[],
): Facts {
	const { self, instance } = registrant;
	return {
		why,
		self,
		shown: { ...settings.addresses, ...hiddenAddresses(registrant, memory) },
		sentByMe: settings.notifiesSentByMe,
		remembered: rememberedBy(registrant, memory),
		live: memory.liveAt(instance).filter(({ address }) => !isSameAddress(address, self.address)),
		answers,
		done,
	};
}

async function ask(address: string, why: Why, { ports }: Registrant, memory: ProcessMemory) {
	const answer = await ports.ping(address);
	const isRefused = answer.is === 'nobody' && answer.isRefused === true;
	if (!isRefused) memory.forgetRefusal(address);
	const isPatient = why === 'start' || why === 'again';
	// Another n8n may just be restarted, and nobody is waiting here.
	if (!isRefused || !isPatient || memory.isRefusedForGood(address)) return answer;
	return { is: 'unclear', seen: answer.seen, isTooEarly: true } satisfies Answer;
}

/** Decides; whoever has to be asked first is asked. The answers are added to what was read. */
async function decideWith(
	registrant: Registrant,
	why: Why,
	memory: ProcessMemory,
	reading: Reading,
	done: string[],
): Promise<Plan> {
	for (let round = 0; ; round++) {
		const plan = decide(factsOf(registrant, why, memory, reading, done));
		if (plan.ask.length === 0 || round === MOST_QUESTIONS) return plan;
		const asked = plan.ask.map(
			async (address) => [address, await ask(address, why, registrant, memory)] as const,
		);
		Object.assign(reading.answers, Object.fromEntries(await Promise.all(asked)));
	}
}

/** Records what a node holds, in this process and in n8n's database. */
function remember(
	{ self, instance, store }: Registrant,
	why: Why,
	memory: ProcessMemory,
	taken: Remembered,
): void {
	memory.enter(instance, { ...self, taken }, why === 'publish' || why === 'test');
	store.write(taken);
}

async function carryOut(
	{ ports, instance }: Registrant,
	memory: ProcessMemory,
	{ set, setSentByMe }: Plan,
): Promise<void> {
	memory.changed(instance);
	// What switches messages of one's own off comes first: afterwards, they could go to somebody else.
	if (setSentByMe === false) await ports.setNotifySentByMe(false);
	for (const { slot, value } of set) await ports.setAddress(slot, value);
	if (setSentByMe === true) await ports.setNotifySentByMe(true);
}

function withoutEffect({ set, setSentByMe }: Plan): WithoutEffect {
	const addresses = set.map(({ slot, from }) => ({
		displayName: displayNameOf(slot),
		address: from,
	}));
	const sentByMe = setSentByMe === undefined ? [] : [{ displayName: 'Messages Sent by Me' }];
	return new WithoutEffect([...addresses, ...sentByMe]);
}

/**
 * Reads what Z-API has, and decides what a node that is published or tested would do.
 *
 * @returns whether all is as it should be. If it isn't, the next call of {@link settle} needn't read again.
 * @throws InTheWay, or NodeApiError in words for the user
 */
export async function isSettled(
	registrant: Registrant,
	why: 'publish' | 'test',
	memory: ProcessMemory,
): Promise<boolean> {
	const { instance, self, ports } = registrant;
	return await memory.mutex.run(instance, async () => {
		const reading = { settings: await ports.readSettings(), answers: {} };
		const plan = await decideWith(registrant, why, memory, reading, []);
		if (plan.inTheWay.length > 0) throw new InTheWay(plan.inTheWay, reading.answers);
		if (hasSteps(plan)) {
			memory.keepReading(instance, self.address, reading);
			return false;
		}
		remember(registrant, why, memory, plan.taken);
		return true;
	});
}

/** How a node's registration has become. */
export interface Outcome {
	/** What the node has to do without. */
	left: Left[];
	/** Where this n8n was before, if its address has changed. */
	movedFrom: string[];
	answers: Record<string, Answer>;
}

/**
 * Reconciles what Z-API has with what a node wants, or with nothing at its end: reads what Z-API has, decides, carries
 * that out, and reads again, until Z-API shows what it should.
 *
 * It is idempotent: it may run at any time, also twice, and in several processes at once.
 *
 * @throws InTheWay, WithoutEffect, or NodeApiError in words for the user
 */
export async function settle(
	registrant: Registrant,
	why: Why,
	memory: ProcessMemory,
): Promise<Outcome> {
	const { instance, self, ports } = registrant;
	return await memory.mutex.run(instance, async () => {
		const reading = memory.takeReading(instance, self.address) ?? {
			settings: await ports.readSettings(),
			answers: {},
		};
		const changes = memory.changesAt(instance);
		const done: string[] = [];
		let movedFrom: string[] = [];
		const act = async (attempt: number): Promise<Plan> => {
			const plan = await decideWith(registrant, why, memory, reading, done);
			if (plan.inTheWay.length > 0) throw new InTheWay(plan.inTheWay, reading.answers);
			if (why !== 'end') remember(registrant, why, memory, plan.taken);
			if (!hasSteps(plan)) return plan;
			if (attempt === MOST_ATTEMPTS) throw withoutEffect(plan);
			const moved = plan.set.filter(({ slot }) => plan.kinds[slot] === 'moved');
			movedFrom = [...movedFrom, ...moved.map(({ from }) => from)];
			await carryOut(registrant, memory, plan);
			done.push(...plan.set.map(({ slot }) => slot).filter((slot) => hiddenSlots.includes(slot)));
			reading.settings = await ports.readSettings();
			return await act(attempt + 1);
		};
		try {
			const { left } = await act(0);
			return { left, movedFrom: [...new Set(movedFrom)], answers: reading.answers };
		} catch (error) {
			throw memory.changesAt(instance) === changes ? error : new PartialFailure(error);
		}
	});
}
