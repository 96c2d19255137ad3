import type {
	Answer,
	Left,
	Remembered,
	Self,
	Why,
} from '../../../nodes/ZApiTrigger/registration/facts.ts';
import { ProcessMemory } from '../../../nodes/ZApiTrigger/registration/memory.ts';
import {
	InTheWay,
	settle,
	type Registrant,
} from '../../../nodes/ZApiTrigger/registration/settle.ts';
import { isWorthRetrying } from '../../../nodes/ZApiTrigger/registration/start.ts';
import { publishedAddressOf } from '../../../nodes/ZApiTrigger/registration/webhookAddress.ts';
import { slotsFor } from '../../../nodes/ZApiTrigger/registration/webhookSlots.ts';
import { StoppedClock } from '../../engine/clock.mts';
import type { Writer, ZApi } from './zApi.mts';

const INSTANCE = 'the instance';

/** A trigger in n8n's database. */
export interface StoredNode {
	key: string;
	type: string;
	replaces: boolean;
	isPublished: boolean;
	stored: Remembered;
}

/** What a published node said when it looked last, and when that was. */
interface Look {
	time: number;
	left: Left[];
	/** Whether others have taken its events since. */
	isCutOff?: boolean;
}

/** One n8n: its database, and its process while it runs. */
export class N8n {
	readonly name: string;
	host: string;
	nodes: StoredNode[];
	isRunning = true;
	readonly looks = new Map<string, Look>();
	/** The nodes that try again in the background. */
	readonly #retrying = new Set<string>();
	/** The nodes whose test listens, and what n8n keeps of it. */
	readonly tests = new Map<string, Remembered>();
	readonly #zApi: ZApi;
	readonly #ask: (address: string) => Answer;
	#clock = new StoppedClock();
	#memory = new ProcessMemory(this.#clock);

	constructor(
		name: string,
		host: string,
		nodes: StoredNode[],
		outside: { zApi: ZApi; ask: (address: string) => Answer },
	) {
		this.name = name;
		this.host = host;
		this.nodes = nodes;
		this.#zApi = outside.zApi;
		this.#ask = outside.ask;
	}

	addressOf(key: string, isTest = false): string {
		return `https://${this.host}/${isTest ? 'webhook-test' : 'webhook'}/${key}/webhook`;
	}

	node(key: string): StoredNode {
		const node = this.nodes.find((candidate) => candidate.key === key);
		if (!node) throw new Error(`There is no node ${key}`);
		return node;
	}

	#registrant(
		{ key, type, replaces, ...node }: StoredNode,
		why: Why,
		test?: Remembered,
	): Registrant {
		const isTest = test !== undefined;
		const self: Self = {
			...{ address: this.addressOf(key, isTest), key, isTest, workflow: key },
			...{ wants: why === 'end' ? [] : slotsFor([type]), wantsSentByMe: false, replaces },
		};
		const isPersons = why === 'publish' || why === 'test';
		const writer: Writer = {
			name: `${this.name} ${key} (${why})`,
			replaces: isPersons && replaces,
			isDeed: why === 'test' || (why === 'publish' && replaces),
			...(why === 'end' && { givesBack: this.name }),
		};
		const stored = this.node(key);
		return {
			self,
			instance: INSTANCE,
			store: {
				read: () => structuredClone(test ?? node.stored),
				write: (taken) => {
					if (isTest) this.tests.set(key, structuredClone(taken));
					else stored.stored = structuredClone(taken);
				},
			},
			ports: {
				readSettings: async () => await Promise.resolve(this.#zApi.read()),
				setAddress: async (slot, address) => {
					await Promise.resolve();
					this.#zApi.set(slot, address, writer);
				},
				setNotifySentByMe: async (isOn) => {
					await Promise.resolve();
					this.#zApi.notifiesSentByMe = isOn;
				},
				ping: async (address) => await Promise.resolve(this.#ask(publishedAddressOf(address))),
			},
		};
	}

	async #end(node: StoredNode, test?: Remembered): Promise<void> {
		const registrant = this.#registrant(node, 'end', test);
		await settle(registrant, 'end', this.#memory);
		registrant.store.write({});
		this.#memory.forget(INSTANCE, registrant.self.address);
		this.#memory.leave(registrant.self.address);
	}

	async publish(key: string): Promise<void> {
		const node = this.node(key);
		if (!this.isRunning || node.isPublished) return;
		try {
			await settle(this.#registrant(node, 'publish'), 'publish', this.#memory);
			node.isPublished = true;
			this.looks.set(key, { time: this.#zApi.tick(), left: [] });
		} catch (error) {
			if (!(error instanceof InTheWay)) throw error;
			await this.#end(node);
		}
	}

	async unpublish(key: string): Promise<void> {
		const node = this.node(key);
		if (!this.isRunning || !node.isPublished) return;
		node.isPublished = false;
		this.#retrying.delete(key);
		this.looks.delete(key);
		await this.#end(node);
	}

	async test(key: string): Promise<void> {
		if (!this.isRunning || this.tests.has(key)) return;
		const node = this.node(key);
		this.tests.set(key, {});
		try {
			await settle(this.#registrant(node, 'test', {}), 'test', this.#memory);
		} catch (error) {
			if (!(error instanceof InTheWay)) throw error;
			await this.endTest(key);
		}
	}

	async endTest(key: string): Promise<void> {
		const test = this.tests.get(key);
		if (!this.isRunning || !test) return;
		await this.#end(this.node(key), test);
		this.tests.delete(key);
	}

	/** What is only in the process is lost. */
	kill(): void {
		this.isRunning = false;
		this.tests.clear();
		this.looks.clear();
		this.#retrying.clear();
	}

	async start(): Promise<void> {
		if (this.isRunning) return;
		this.isRunning = true;
		this.#clock = new StoppedClock();
		this.#memory = new ProcessMemory(this.#clock);
		for (const node of this.nodes) if (node.isPublished) await this.#look(node, 'start');
	}

	/** Lets time pass, after which those that try again do so. */
	async wait(): Promise<void> {
		if (!this.isRunning) return;
		this.#clock.pass(20_000);
		for (const key of [...this.#retrying]) await this.#look(this.node(key), 'again');
	}

	async #look(node: StoredNode, why: 'start' | 'again'): Promise<void> {
		const registrant = this.#registrant(node, why);
		if (why === 'start') {
			this.#memory.announce(INSTANCE, registrant.self, registrant.store.read());
		}
		const outcome = await settle(registrant, why, this.#memory);
		const { key } = node;
		this.looks.set(key, { time: this.#zApi.tick(), left: outcome.left });
		const live = this.#memory.liveAt(INSTANCE).map(({ address }) => address);
		if (isWorthRetrying(outcome, live)) this.#retrying.add(key);
		else this.#retrying.delete(key);
	}
}
