import { randomBytes } from 'node:crypto';
import assert from 'node:assert/strict';
import type { EmulatedInstance, Emulator } from '../../emulator/types.mts';
import { createCredential, type CredentialReference } from '../examples.mts';
import { executionsOf } from '../executions.mts';
import type { N8n } from '../n8n.mts';
import { poll, waitUntil } from '../waiting.mts';
import { TRIGGER, TriggerWorkflow } from '../workflows/triggerWorkflow.mts';

/** How long it may take after a start until an address is right. */
const RIGHT_LIMIT_MILLISECONDS = 45_000;

/** An n8n with the package in it, and what stands in for Z-API. */
export interface Place {
	readonly n8n: N8n;
	emulator: Emulator;
}

/** A Z-API instance of its own, with its credential, so that scenes that share an n8n don't meet. */
export class Account {
	readonly instance: EmulatedInstance;
	readonly credential: CredentialReference;
	readonly #emulator: Emulator;

	private constructor(
		emulator: Emulator,
		instance: EmulatedInstance,
		credential: CredentialReference,
	) {
		this.#emulator = emulator;
		this.instance = instance;
		this.credential = credential;
	}

	/** Opens an instance at the emulator, and saves its credential. */
	static async open({ n8n, emulator }: Place): Promise<Account> {
		const [instance, token] = [16, 16].map((bytes) => randomBytes(bytes).toString('hex'));
		const added = emulator.addInstance({ instance: `${instance}`.toUpperCase(), token });
		const data = { ...added.account, baseUrl: emulator.baseUrl };
		return new Account(emulator, added, await createCredential(n8n, data));
	}

	/** Saves a workflow with the trigger for received messages, which isn't published then. */
	async save({ n8n }: Place, options: object = {}): Promise<TriggerWorkflow> {
		const parameters = { events: ['messageReceived'], options };
		return await TriggerWorkflow.save({ n8n, credential: this.credential }, parameters);
	}

	/** Saves it and publishes it. */
	async publish(place: Place, options?: object): Promise<TriggerWorkflow> {
		const workflow = await this.save(place, options);
		await workflow.publish();
		return workflow;
	}

	/** Where received messages go to. */
	get address(): string {
		const { receivedAndDelivery, webhooks } = this.instance.state;
		return receivedAndDelivery || webhooks.ReceivedCallback;
	}

	/** @returns the requests to this instance, as `PUT /update-webhook-received` */
	requests(): string[] {
		const mine = `/instances/${this.instance.account.instance}/`;
		return this.#emulator.requests
			.filter(({ target }) => target.startsWith(mine))
			.map(({ method, path }) => `${method} ${path}`);
	}

	/**
	 * Waits until Z-API sends received messages to where they should go.
	 *
	 * @throws Error with where they go instead, if it doesn't soon
	 */
	async expectAddress(expected: string, signal?: AbortSignal): Promise<void> {
		await poll(
			() => this.address === expected || undefined,
			() => `Z-API had the address "${this.address}" instead of "${expected}"`,
			signal,
			RIGHT_LIMIT_MILLISECONDS,
			50,
		);
	}

	/**
	 * Waits until Z-API has an address for a test.
	 *
	 * @throws Error if it doesn't soon
	 */
	async expectTest(signal?: AbortSignal): Promise<void> {
		const isTest = () => this.address.includes('/webhook-test/');
		await waitUntil('Z-API sends messages to the test', isTest, signal);
	}

	/**
	 * Lets a message come in, and waits until a workflow has been started by it.
	 *
	 * @throws Error if the post is refused, or nothing is started
	 */
	async expectToBeHeard(
		n8n: N8n,
		{ id }: Pick<TriggerWorkflow, 'id'>,
		signal?: AbortSignal,
	): Promise<void> {
		const messageId = randomBytes(10).toString('hex').toUpperCase();
		const body = { messageId, fromMe: false };
		const answer = await this.instance.emit({ type: 'ReceivedCallback', body });
		assert.equal(answer?.status, 200, `${this.address} answers ${JSON.stringify(answer)}`);
		const isMeant = (item: object) => (item as { messageId?: string }).messageId === messageId;
		await poll(
			async () => {
				const all = await executionsOf(n8n, { id, name: TRIGGER }, 1, signal);
				return all.some((execution) => execution.itemsOf(TRIGGER).some(isMeant)) || undefined;
			},
			() => 'The message had started nothing',
			signal,
		);
	}
}
