import type { Answer } from '../../../nodes/ZApiTrigger/registration/facts.ts';
import { slotsFor } from '../../../nodes/ZApiTrigger/registration/webhookSlots.ts';
import { N8n, type StoredNode } from './n8n.mts';
import { ZApi, type Writer } from './zApi.mts';

const RECEIVED = 'ReceivedCallback';
const SECOND = 'ReceivedAndDelivery';
const CONNECTED = 'ConnectedCallback';
const SLOTS = [RECEIVED, SECOND, CONNECTED];

const FOREIGN = 'https://crm.example.com/hooks/whatsapp';

/** Both want received messages, one of them whatever it costs; the third wants something else. */
const NODES: StoredNode[] = [
	{ key: 'modest', type: RECEIVED, replaces: false, isPublished: false, stored: {} },
	{ key: 'greedy', type: RECEIVED, replaces: true, isPublished: false, stored: {} },
	{ key: 'other', type: CONNECTED, replaces: false, isPublished: false, stored: {} },
];
export const KEYS = NODES.map(({ key }) => key);

/** Z-API and two n8ns; the second is at first an empty one. */
export class World {
	readonly zApi = new ZApi(SLOTS);
	/** Where a host leads, also one that an n8n had earlier. */
	readonly #hosts = new Map<string, N8n>();
	readonly n8ns: [N8n, N8n];
	/** What has gone wrong so far. */
	readonly wrong: string[] = [];
	#moves = 0;

	constructor() {
		this.n8ns = [this.#newN8n('one'), this.#newN8n('two')];
		this.zApi.onChange = (...change) => this.#judge(...change);
	}

	#newN8n(name: string): N8n {
		const host = `${name}.example.com`;
		const nodes = structuredClone(NODES);
		const n8n = new N8n(name, host, nodes, {
			zApi: this.zApi,
			ask: (address) => this.#ask(address),
		});
		this.#hosts.set(host, n8n);
		return n8n;
	}

	/** What an address answers to a trigger's question. */
	#ask(address: string): Answer {
		const { n8n, key } = this.#behind(address);
		if (!n8n) return { is: 'nobody', seen: 'no server has this name' };
		if (!n8n.isRunning) return { is: 'nobody', seen: 'refused', isRefused: true };
		const isThere = n8n.nodes.some((node) => node.key === key && node.isPublished);
		if (!isThere) return { is: 'nobody', seen: 'status 404', isFromN8n: true };
		return { is: 'alive', seen: 'a trigger', address: n8n.addressOf(key) };
	}

	/** Which n8n an address leads to, and which of its nodes. */
	#behind(address: string): { n8n?: N8n; key: string; isTest: boolean } {
		const { host, pathname } = new URL(address);
		const [, kind, key = ''] = pathname.split('/');
		return { n8n: this.#hosts.get(host), key, isTest: kind === 'webhook-test' };
	}

	/**
	 * Whose an address is: empty if nobody is there any more. Another n8n can't tell a test that listens from one that was
	 * cut off: there, it only counts whether the node is published.
	 *
	 * @param from the n8n that looks at it
	 */
	#ownerOf(address: string, from?: string): string {
		if (address === '') return '';
		if (address === FOREIGN) return FOREIGN;
		const { n8n, key, isTest } = this.#behind(address);
		if (!n8n?.isRunning) return '';
		const isHere = from === undefined || from === n8n.name;
		const isTested = isTest && isHere && n8n.tests.has(key);
		const isPublished = n8n.node(key).isPublished && !(isTest && isHere);
		return isTested || isPublished ? `${n8n.name} ${key}` : '';
	}

	/** Nothing that belongs to somebody else may be changed, unless a person allowed that. */
	#judge(slot: string, from: string, to: string, writer: Writer): void {
		const [n8n = '', key = ''] = writer.name.split(' ');
		const owner = this.#ownerOf(from, n8n);
		const own = `${n8n} ${key}`;
		if (owner === '' || owner === own || writer.replaces || writer.name === 'foreign') return;
		this.wrong.push(`${writer.name} has changed ${slot} of ${owner} to "${to}"`);
	}

	/** Another program sets an address, or removes it. */
	setForeign(slot: string, isSet: boolean): void {
		const writer = { name: 'foreign', replaces: true, isDeed: true };
		this.zApi.set(slot, isSet ? FOREIGN : '', writer);
	}

	/** Gives a stopped n8n another host. @param isKept whether the old one leads there as well */
	move(n8n: N8n, isKept: boolean): void {
		if (n8n.isRunning) return;
		if (!isKept) this.#hosts.delete(n8n.host);
		this.#moves += 1;
		n8n.host = `${n8n.name}-${this.#moves}.example.com`;
		this.#hosts.set(n8n.host, n8n);
	}

	/** Gives the second n8n the first one's database. */
	copy(): void {
		const [one, two] = this.n8ns;
		if (!two.isRunning) two.nodes = structuredClone(one.nodes);
	}

	/** @returns the published triggers that get no events, don't say so, and could know */
	deaf(): string[] {
		const running = this.n8ns.filter(({ isRunning }) => isRunning);
		return running.flatMap((n8n) =>
			n8n.nodes.filter((node) => this.#isDeaf(n8n, node)).map(({ key }) => `${n8n.name} ${key}`),
		);
	}

	#isDeaf(n8n: N8n, { key, type, isPublished }: StoredNode): boolean {
		const look = n8n.looks.get(key);
		if (!isPublished || !look) return isPublished;
		const { addresses, writers } = this.zApi;
		const reaches = addresses[SECOND] !== '' && type === RECEIVED ? SECOND : type;
		const hears = addresses[reaches] === n8n.addressOf(key);
		if (hears || look.left.length > 0) {
			look.isCutOff = false;
			return false;
		}
		// Nobody tells it what others have done since it looked last, but its own n8n has to give its events back.
		const isGivenBack = writers.get(reaches)?.givesBack === n8n.name;
		const wasCutOff = look.isCutOff === true && !isGivenBack;
		look.isCutOff =
			wasCutOff || slotsFor([type]).some((slot) => this.zApi.isNewsSince(slot, look.time));
		return !look.isCutOff;
	}

	/** @returns addresses at which nobody is, although a published trigger wants these events and could know better */
	lost(): string[] {
		const { addresses } = this.zApi;
		const slots = SLOTS.filter((slot) => slot !== SECOND || addresses[slot] !== '');
		return slots
			.filter((slot) => this.#ownerOf(addresses[slot] ?? '') === '' && this.#isWanted(slot))
			.map((slot) => `${slot}, which has "${addresses[slot]}"`);
	}

	/** Whether a published trigger wants a slot, and doesn't take what is there for another program's. */
	#isWanted(slot: string): boolean {
		return this.n8ns
			.filter(({ isRunning }) => isRunning)
			.some(({ nodes, looks }) =>
				nodes.some(({ key, type, isPublished }) => {
					const left = looks.get(key)?.left ?? [];
					const isForeign = left.some(({ kind }) => kind === 'foreign');
					return isPublished && slotsFor([type]).includes(slot) && !isForeign;
				}),
			);
	}
}
