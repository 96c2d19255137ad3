import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { toPressId } from '../../../nodes/shared/answers/press.ts';
import { comparableChat } from '../../../nodes/shared/values/phones.ts';
import { VirtualClock } from '../held/virtualClock.mts';
import { time, type Modules } from './modules.mts';
import { ADDRESS, BASICS, INSTANCE, WAITING, webhookContext } from './contexts.mts';
import { answerReport, LABELS, type Execution, type Kind } from './waitingNode.mts';

const KEPT = 'zApi trigger';
const LATENCY = 20;
const HOUR = 3_600_000;

/** How somebody is named: by a number, and by an `@lid`. */
export const lidOf = (phone: string) => `9${phone}@lid`;

/** A post of Z-API's, and what became of it. */
export interface Delivery {
	messageId: string;
	chat: string;
	person: string;
	text: string;
	quoted?: string;
	fromMe: boolean;
	/** A press isn't a message: who presses late changes nothing. */
	isPress?: boolean;
	/** When it was written. */
	at: number;
	from: number;
	to: number;
	process: string;
	life: number;
	/** What Z-API was told; nothing if the process was killed first. */
	told?: 'answered' | 'started' | 'paused' | 'repeated' | 'other';
}

/** What a post is about. */
type About = Pick<Delivery, 'chat' | 'person' | 'text' | 'fromMe' | 'isPress'>;

interface Process {
	name: string;
	isAlive: boolean;
	/** How often it was started. */
	life: number;
	code: Modules;
	memory: { conversations: InstanceType<Modules['ConversationMemory']>; holder: object };
}

const ANSWERS: Array<[text: string, told: NonNullable<Delivery['told']>]> = [
	['handed over', 'answered'],
	['Workflow was started', 'started'],
	['Paused', 'paused'],
	['Event repeated', 'repeated'],
];

let histories = 0;

/** n8n's database and waiting executions, its processes that take webhooks, and Z-API. */
export class World {
	readonly clock = new VirtualClock();
	readonly executions: Execution[] = [];
	readonly deliveries: Delivery[] = [];
	/** All calls of the trigger, with what nodes tell it. */
	readonly calls: Array<Pick<Delivery, 'from' | 'to' | 'process'>> = [];
	/** The messages that started the workflow. */
	readonly started: string[] = [];
	readonly kills: Array<{ process: string; at: number }> = [];
	readonly processes: Process[];
	/** What Z-API has posted last. */
	last?: { about: About; body: IDataObject };
	#database: IDataObject = {};
	#turn = 0;
	#messages = 0;
	readonly #history: number;
	readonly #copies: Modules[][];

	/** @param copies the code for each process, and for each of its lives */
	constructor(copies: Modules[][]) {
		this.#copies = copies;
		// What a copy of the code remembers of another history mustn't be about the same execution.
		this.#history = histories += 1;
		jest.spyOn(Date, 'now').mockImplementation(() => this.clock.now());
		time.sleep = async (milliseconds) => await this.clock.pause(milliseconds);
		this.processes = copies.map((_, index) => this.#born(`process ${index}`, index, 0));
	}

	#born(name: string, index: number, life: number): Process {
		const code = this.#copies[index]?.[life];
		if (code === undefined) throw new Error(`There is no code for ${name}`);
		const memory = { conversations: new code.ConversationMemory(), holder: new code.Holder() };
		return { name, isAlive: true, life, code, memory };
	}

	#next(): Process | undefined {
		const living = this.processes.filter(({ isAlive }) => isAlive);
		this.#turn += 1;
		return living[this.#turn % Math.max(1, living.length)];
	}

	kill(index: number): void {
		const process = this.processes[index];
		const isLast = (process?.life ?? 0) + 1 >= (this.#copies[index]?.length ?? 0);
		if (process === undefined || !process.isAlive || isLast) return;
		process.isAlive = false;
		this.kills.push({ process: process.name, at: this.clock.now() });
	}

	start(index: number): void {
		const process = this.processes[index];
		if (process === undefined || process.isAlive) return;
		this.processes[index] = this.#born(process.name, index, process.life + 1);
	}

	/** What a process does goes on only as long as it lives. */
	async #lives(process: Process): Promise<void> {
		await this.clock.pause(LATENCY);
		if (!process.isAlive) await new Promise(() => {});
	}

	newMessageId(): string {
		this.#messages += 1;
		return `M${this.#history}-${this.#messages}`;
	}

	/** A call of the trigger's address: n8n reads the workflow, runs the node, and writes what was touched. */
	async #call(process: Process, body: IDataObject): Promise<{ status: number; answer: unknown }> {
		const lives = async () => await this.#lives(process);
		const call = { from: this.clock.now(), to: Infinity, process: process.name };
		this.calls.push(call);
		await lives();
		const data = { ...this.#database };
		const before = data[KEPT];
		const said: { status: number; answer?: unknown } = { status: 200 };
		const response = {
			status: (status: number) => {
				said.status = status;
				return { json: (answer: unknown) => (said.answer = answer) };
			},
		};
		const helpers = {
			httpRequest: async ({ url, body: text }: IHttpRequestOptions) => {
				await lives();
				const answer = this.#resume(url, JSON.parse(text as string) as IDataObject);
				await lives();
				return answer;
			},
			httpRequestWithAuthentication: async () => {
				await lives();
				return { statusCode: 200, body: { messageId: this.newMessageId() } };
			},
		};
		const context = webhookContext(body, data, response, helpers);
		const { receive } = process.code;
		const result = await receive.call(context, process.memory as never);
		await lives();
		if (result.workflowData) {
			this.started.push(body.messageId as string);
			said.answer = { message: 'Workflow was started' };
			await lives();
		}
		if (data[KEPT] !== before) this.#database = data;
		call.to = this.clock.now();
		return { status: said.status, answer: result.webhookResponse ?? said.answer };
	}

	/** n8n's address of waiting executions. */
	#resume(url: string, event: IDataObject) {
		const { pathname, searchParams } = new URL(url);
		const id = pathname.split('/').at(-2);
		const execution = this.executions.find((candidate) => candidate.id === id);
		const choice = searchParams.get('choice') ?? '';
		return answerReport(execution, event, choice, this.clock.now());
	}

	/** Z-API posts something, to the process whose turn it is. */
	async deliver(about: About, body: IDataObject) {
		const process = this.#next();
		if (process === undefined) return;
		const { messageId, referenceMessageId: quoted } = body as Record<string, string>;
		const delivery: Delivery = {
			...{ ...about, messageId: messageId ?? '', ...(quoted && { quoted }) },
			at: Number(body.momment ?? this.clock.now()),
			...{ from: this.clock.now(), to: Infinity, process: process.name, life: process.life },
		};
		this.deliveries.push(delivery);
		const posted = { type: 'ReceivedCallback', instanceId: INSTANCE, ...body };
		const { answer } = await this.#call(process, posted);
		delivery.to = this.clock.now();
		const text = JSON.stringify(answer) ?? '';
		delivery.told = ANSWERS.find(([part]) => text.includes(part))?.[1] ?? 'other';
	}

	/** A workflow asks, as the node does: the trigger is told, the message is sent after a while, and n8n waits. */
	async ask(
		chat: string,
		kind: Kind,
		respondents: string[] | undefined,
		sending: number,
	): Promise<void> {
		const id = String(this.#history * 1_000 + this.executions.length + 1);
		const now = this.clock.now();
		const execution: Execution = {
			...{ id, kind, chat, respondents, until: now + HOUR, status: 'running' },
			...{
				askedAt: now,
				waitsFrom: Infinity,
				endedAt: Infinity,
				messageIds: [],
				notUnderstood: [],
			},
		};
		this.executions.push(execution);
		const helpers = {
			httpRequest: async ({ body }: IHttpRequestOptions) => {
				await this.clock.pause(LATENCY);
				const process = this.#next();
				if (process === undefined) throw Object.assign(new Error(), { code: 'ECONNREFUSED' });
				const lost = this.clock.pause(HOUR / 60).then(() => {
					throw Object.assign(new Error(), { code: 'ECONNRESET' });
				});
				lost.catch(() => {});
				const called = this.#call(process, JSON.parse(body as string) as IDataObject);
				const { status, answer } = await Promise.race([called, lost]);
				return { statusCode: status, body: JSON.parse(JSON.stringify(answer)) as unknown };
			},
		};
		const [{ code } = { code: undefined }] = this.processes;
		if (code === undefined) return;
		const told = {
			context: { ...BASICS, helpers } as unknown as IExecuteSingleFunctions,
			...{ address: ADDRESS, chat, waitTill: new Date(execution.until) },
			respondents: respondents?.map(comparableChat),
			resumeUrl: this.addressOf(execution, 'words'),
		};
		const isPerson = /^\d+$/.test(chat);
		const read = async () =>
			await Promise.resolve(isPerson ? [{ phone: chat, lid: lidOf(chat) }] : []);
		try {
			const tell =
				kind === 'approval' ? await code.offerWords(told) : await code.tellQuestion(told, read);
			await this.clock.pause(sending);
			const messageId = this.newMessageId();
			execution.messageIds.push(messageId);
			await tell?.(messageId);
			await this.clock.pause(LATENCY);
			execution.status = 'waiting';
			execution.waitsFrom = this.clock.now();
		} catch {
			execution.status = 'failed';
		}
	}

	/** @returns n8n's signed address for an answer */
	addressOf({ id }: Execution, choice: string): string {
		return `${WAITING}/${id}/ask?choice=${choice}&question=1&signature=${'a'.repeat(64)}`;
	}

	/** Somebody presses a button of the newest question that has some. */
	press(chat: string, person: string, choice: number): void {
		const isAsked = ({ chat: where, kind, messageIds }: Execution) =>
			where === chat && kind === 'approval' && messageIds.length > 0;
		const execution = this.executions.findLast(isAsked);
		if (execution === undefined) return;
		const buttonId = toPressId(this.addressOf(execution, String(choice)));
		const text = LABELS.approval[choice] ?? '';
		const names = chat === person ? {} : { isGroup: true, participantPhone: person };
		const body = { messageId: this.newMessageId(), phone: chat, fromMe: false, ...names };
		const posted = { ...body, buttonsResponseMessage: { buttonId, message: text } };
		void this.deliver({ chat, person, text, fromMe: false, isPress: true }, posted);
	}

	cancel(): void {
		const execution = this.executions.findLast(({ status }) => status === 'waiting');
		if (execution === undefined) return;
		execution.status = 'canceled';
		execution.endedAt = this.clock.now();
	}
}
