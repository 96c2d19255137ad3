import assert from 'node:assert/strict';
import { webhooksAt } from '../differences.mts';
import { Account } from './account.mts';
import { openDomain, type Domain } from './domain.mts';
import type { Chapter, Life, Scene } from './scene.mts';

/** An address as it has to be after n8n has got another base for its webhooks. */
function moved(address: string, base: string): string {
	const [end] = /[^/]+\/webhook$/.exec(address) ?? [];
	assert(end, `${address} isn't an address of the trigger`);
	return `${base}/${end}`;
}

const listening: Scene = {
	name: 'gets its events back that a test had',
	async prepare(life) {
		const account = await Account.open(life);
		const workflow = await account.publish(life);
		const production = account.address;
		await workflow.startTest();
		await account.expectTest();
		return async ({ n8n }, signal) => {
			await account.expectAddress(production, signal);
			await account.expectToBeHeard(n8n, workflow, signal);
		};
	},
};

const replacing: Scene = {
	name: 'gets its events back from the one that replaced it and is unpublished',
	async prepare(life) {
		const account = await Account.open(life);
		const first = await account.publish(life);
		const address = account.address;
		const second = await account.publish(life, { replaceExisting: true });
		assert.notEqual(account.address, address);
		return async ({ n8n }, signal) => {
			await account.expectToBeHeard(n8n, second, signal);
			await second.unpublish();
			await account.expectAddress(address, signal);
			await account.expectToBeHeard(n8n, first, signal);
		};
	},
};

/** A trigger that has to follow its n8n to another address; `base` is known once n8n has moved. */
function moving(base: () => string): Scene {
	return {
		name: 'moves with it',
		async prepare(life) {
			const account = await Account.open(life);
			const workflow = await account.publish(life);
			const before = account.address;
			return async ({ n8n }, signal) => {
				await account.expectAddress(moved(before, base()), signal);
				await account.expectToBeHeard(n8n, workflow, signal);
				await workflow.unpublish();
				await account.expectAddress('', signal);
			};
		},
	};
}

/**
 * @param leave what becomes of the address before, if that isn't n8n's own
 * @param path before n8n's own paths
 * @param endpoint n8n's path to webhooks
 */
function move(
	name: string,
	leave: (before: Domain) => Promise<void> | void,
	path = '',
	endpoint = 'webhook',
): Chapter {
	let base = '';
	return {
		name,
		scenes: [moving(() => base)],
		async turn(life) {
			await life.stop();
			if (life.domain) await leave(life.domain);
			life.domain = await openDomain(life.n8n.url, path);
			base = `${life.domain.url}/${endpoint}`;
			const address = webhooksAt(`${life.domain.url}/`);
			await life.start({ ...address, N8N_ENDPOINT_WEBHOOK: endpoint });
		},
	};
}

const publishedEarlier: Scene = {
	name: 'keeps its events, and is as any other once it is published again',
	async prepare(life) {
		const account = await Account.open(life);
		const workflow = await account.publish(life);
		const { address } = account;
		return async ({ n8n }, signal) => {
			assert.equal(account.address, address);
			await account.expectToBeHeard(n8n, workflow, signal);
			await workflow.publish();
			assert.equal(account.address, address);
			await account.expectToBeHeard(n8n, workflow, signal);
			await workflow.unpublish();
			await account.expectAddress('', signal);
		};
	},
};

/** Ends n8n, and starts it with another version of the package. */
function change(version: 'current' | 'earlier'): (life: Life) => Promise<void> {
	return async (life) => {
		if (life.installed === version) return;
		await life.stop();
		await life.install(version);
		await life.start();
	};
}

async function killAndStart(life: Life): Promise<void> {
	await life.kill();
	await life.start();
}

async function stopAndStart(life: Life): Promise<void> {
	await life.stop();
	await life.start();
}

/** From the version before n8n started its triggers. */
export const UPDATE: Chapter = {
	name: 'the package is updated',
	scenes: [publishedEarlier],
	before: change('earlier'),
	turn: change('current'),
};

/** What every version of n8n has to survive. After the last one, it has another address. */
export const CHAPTERS: Chapter[] = [
	UPDATE,
	{ name: 'n8n is killed', scenes: [listening, replacing], turn: killAndStart },
	{ name: 'n8n is stopped', scenes: [listening], turn: stopAndStart },
	// Its own address still leads to it.
	move('n8n gets a second address', () => {}),
	move('n8n gets another address', (before) => before.close()),
	move('n8n gets an address with a path', (before) => before.abandon(), '/n8n', 'hooks/in'),
];
