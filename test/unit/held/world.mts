import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { events } from '../../../nodes/ZApiTrigger/events.ts';
import { answerSelfCall } from '../../../nodes/ZApiTrigger/holding/answerSelfCall.ts';
import { burstsOf } from '../../../nodes/ZApiTrigger/holding/bursts.ts';
import { hold } from '../../../nodes/ZApiTrigger/holding/hold.ts';
import type { SelfCaller } from '../../../nodes/ZApiTrigger/holding/reach.ts';
import { openHeldStore } from '../../../nodes/ZApiTrigger/holding/heldStore.ts';
import { Holder } from '../../../nodes/ZApiTrigger/holding/holder.ts';
import { withoutToDo } from '../../../nodes/ZApiTrigger/holding/joinedFiles.ts';
import { parseHeld } from '../../../nodes/ZApiTrigger/holding/heldMessages.ts';
import {
	makeSelfCall,
	type SelfCall,
	type SelfCallAnswer,
} from '../../../nodes/ZApiTrigger/holding/selfCall.ts';
import { VirtualClock } from './virtualClock.mts';

const TOKEN = 'TOKEN';
const HOST = 'n8n.example.com';
const ADDRESS = `https://${HOST}/webhook/a1b2c3d4/webhook`;
const ID = 'workflow trigger';
const KEY = 'zApi held trigger';
const LATENCY = 20;

/** Until then it is sure that an execution is known as started. */
const WRITTEN_MILLISECONDS = 1_000;

const messageReceived = events.find(({ value }) => value === 'messageReceived');
if (messageReceived === undefined) throw new Error('There is no Message Received');

/** One process of n8n. */
interface Process {
	name: string;
	/** Whether it starts executions by itself. */
	isMain: boolean;
	takesEvents: boolean;
	isAlive: boolean;
	holder: Holder;
}

/** An execution that n8n has made. */
export interface Execution {
	texts: string[];
	/** By whom; each message names its person. */
	at: number;
}

type Kind = 'regular' | 'queue';

/** n8n's database, its processes, and Z-API, which posts messages. */
export class World {
	readonly clock = new VirtualClock();
	readonly executions: Execution[] = [];
	/** What was answered with 200. */
	readonly acknowledged: string[] = [];
	#database: IDataObject = {};
	readonly #keys = new Set<string>();
	readonly #processes: Process[] = [];
	readonly #kind: Kind;
	/** What was started by a call, by whom and for whom. */
	readonly #made: Array<Execution & { by: string[] }> = [];
	/** When processes were killed, or the workflow was unpublished. */
	readonly #ends: Array<{ name: string; at: number }> = [];
	#isPublished = true;
	#turn = 0;
	#count = 0;

	/** @param kind one process that does all, or a main one beside two that take webhooks */
	constructor(kind: Kind) {
		this.#kind = kind;
		const names = kind === 'regular' ? ['main'] : ['main', 'webhook 1', 'webhook 2'];
		for (const name of names) {
			this.#processes.push({
				name,
				isMain: name === 'main',
				takesEvents: kind === 'regular' || name !== 'main',
				isAlive: false,
				holder: this.#newHolder(name),
			});
		}
		for (const { name } of this.#processes) this.start(name);
	}

	#newHolder(name: string): Holder {
		this.#count += 1;
		return new Holder(this.clock, `${name} ${this.#count}`);
	}

	#named(name: string): Process {
		const found = this.#processes.find((process) => process.name === name);
		if (found === undefined) throw new Error(`There is no ${name}`);
		return found;
	}

	get names(): string[] {
		return this.#processes.map(({ name }) => name);
	}

	/** The process to which a load balancer sends a call. */
	#next(): Process | undefined {
		const living = this.#processes.filter(({ isAlive, takesEvents }) => isAlive && takesEvents);
		this.#turn += 1;
		return this.#isPublished ? living[this.#turn % Math.max(1, living.length)] : undefined;
	}

	/** What a process does goes on only as long as it lives. */
	async #step(process: Process, holder: Holder): Promise<void> {
		await this.clock.pause(LATENCY);
		if (process.holder !== holder || !process.isAlive) await new Promise(() => {});
	}

	#make(item: INodeExecutionData): Execution {
		const json = withoutToDo(item.json);
		const texts = (json.messages as Array<{ text: string }>).map(({ text }) => text);
		const execution = { texts, at: this.clock.now() };
		this.executions.push(execution);
		return execution;
	}

	start(name: string): void {
		const process = this.#named(name);
		if (process.isAlive) return;
		process.isAlive = true;
		process.holder = this.#newHolder(name);
		if (process.isMain) this.#attach(process);
	}

	#attach(process: Process): void {
		const { holder } = process;
		const node = holder.of(ID);
		node.reach.set(async () => await Promise.resolve(this.#callerOf(process)));
		node.attach(async (item, key) => {
			await this.#step(process, holder);
			if (this.#keys.has(key)) return;
			this.#keys.add(key);
			this.#make(item);
			await this.#step(process, holder);
		});
		node.learn(parseHeld(this.#database[KEY]));
	}

	kill(name: string): void {
		const process = this.#named(name);
		process.isAlive = false;
		this.#ends.push({ name, at: this.clock.now() });
		process.holder.of(ID).end();
	}

	#context(data: IDataObject, respond: (status: number) => void) {
		const response = {
			status: (status: number) => {
				respond(status);
				return { json: () => {} };
			},
		};
		return {
			getNode: () => ({ id: 'trigger', name: 'Z-API Trigger' }),
			getWorkflow: () => ({ id: 'workflow', name: 'Test' }),
			getMode: () => 'webhook',
			getWorkflowStaticData: () => data,
			getNodeWebhookUrl: () => ADDRESS,
			getResponseObject: () => response,
			logger: { error: () => {} },
		} as unknown as IWebhookFunctions;
	}

	/** How a trigger of a process calls itself. */
	#callerOf(process: Process): SelfCaller {
		return async (deed) => {
			const call = makeSelfCall(TOKEN, HOST, deed);
			const answer = await this.#answer(process, call);
			return JSON.parse(JSON.stringify(answer)) as SelfCallAnswer;
		};
	}

	/** What n8n does with a call: it reads the workflow, runs the node, makes an execution, saves, and answers. */
	async #answer(caller: Process, call: SelfCall): Promise<unknown> {
		const process = this.#next();
		if (process === undefined) throw new Error('ECONNREFUSED');
		const { holder } = process;
		const asker = caller.holder;
		const work = async () => {
			await this.#step(process, holder);
			const data = { ...this.#database };
			const before = data[KEY];
			const context = this.#context(data, () => {});
			const done = answerSelfCall(context, holder, call, call.deed, TOKEN);
			await this.#save({ process, asker: caller.name }, holder, done, data, before);
			return done.webhookResponse as unknown;
		};
		// Whoever waits for a process that is killed gets an error.
		const lost = this.clock.pause(10 * LATENCY).then(() => {
			throw new Error('ECONNRESET');
		});
		lost.catch(() => {});
		const answer: unknown = await Promise.race([work(), lost]);
		if (caller.holder !== asker || !caller.isAlive) await new Promise(() => {});
		return answer;
	}

	async #save(
		{ process, asker }: { process: Process; asker: string },
		holder: Holder,
		{ workflowData }: IWebhookResponseData,
		data: IDataObject,
		before: unknown,
	): Promise<void> {
		await this.#step(process, holder);
		const [item] = workflowData?.[0] ?? [];
		if (item) {
			const { texts } = this.#make(item);
			this.#made.push({ by: [process.name, asker], texts, at: this.clock.now() });
			await this.#step(process, holder);
		}
		if (data[KEY] !== before) this.#database = data;
	}

	/** Z-API posts a message to the process whose turn it is. */
	post(text: string, body: IDataObject, within: number): void {
		const process = this.#next();
		if (process === undefined) return;
		const { holder } = process;
		const data = { ...this.#database };
		const respond = (status: number) => {
			if (status === 200 && process.holder === holder) this.acknowledged.push(text);
		};
		const posted = { isGroup: false, fromMe: false, text: { message: text }, ...body };
		const arrival = {
			...{ event: messageReceived as never, body: posted, json: { ...posted, text } as never },
			...{ wantsFile: false, within },
		};
		const work = async () => {
			await this.#step(process, holder);
			const { reach } = holder.of(ID);
			reach.forget();
			reach.set(async () => await Promise.resolve(this.#callerOf(process)));
			await reach.caller();
			await hold(this.#context(data, respond), holder, arrival);
		};
		void work();
	}

	/** A person takes the workflow back: n8n removes its address, lets the node clean up, and it is published again. */
	async republish(): Promise<void> {
		const main = this.#named('main');
		if (!main.isAlive) return;
		this.#isPublished = false;
		await this.clock.run(100);
		for (const { name } of this.#processes) this.#ends.push({ name, at: this.clock.now() });
		const node = main.holder.of(ID);
		const data = { ...this.#database };
		const store = openHeldStore(
			this.#context(data, () => {}),
			node,
		);
		const flushed = node.flush();
		await this.clock.run(1_000);
		await flushed;
		store.save();
		this.#database = data;
		main.holder.forget(ID);
		this.#isPublished = true;
		this.#attach(main);
	}

	/** Time passes until just after somebody's messages are due: then most is going on. */
	async passUntilDue(after: number): Promise<void> {
		const due = Math.min(...burstsOf(parseHeld(this.#database[KEY])).map((burst) => burst.due));
		const left = due + after - this.clock.now();
		if (left > 0 && Number.isFinite(left)) await this.clock.run(left);
	}

	/** @returns whether a message may start twice: a process ended between n8n's two writes */
	mayStartTwice(text: string): boolean {
		const made = this.#made.filter(({ texts }) => texts.includes(text));
		return made.some(({ by, at: madeAt }) =>
			this.#ends.some(
				({ name, at }) => by.includes(name) && Math.abs(at - madeAt) < WRITTEN_MILLISECONDS,
			),
		);
	}

	/** All is started, and has the time that it takes. */
	async settle(): Promise<void> {
		for (const { name } of this.#processes) this.start(name);
		// What waits at a process that only takes webhooks is noticed with the next event.
		if (this.#kind === 'queue')
			this.#named('main').holder.of(ID).learn(parseHeld(this.#database[KEY]));
		await this.clock.run(300_000);
	}
}
