import assert from 'node:assert/strict';
import { executionsOf } from '../launcher/executions.mts';
import { Account } from '../launcher/life/account.mts';
import { CHAPTERS } from '../launcher/life/chapters.mts';
import { lifeOf, turn } from '../launcher/life/life.mts';
import { TRIGGER } from '../launcher/workflows/triggerWorkflow.mts';
import type { Parts } from './checks.mts';

/** Lets one thing after the other happen to n8n, and looks each time at what has become of published triggers. */
export async function checkLife(
	parts: Parts,
	more: Record<string, string>,
	signal?: AbortSignal,
): Promise<void> {
	const life = lifeOf(parts, parts.tarballs, more);
	try {
		for (const chapter of CHAPTERS) {
			const what = `A trigger, when ${chapter.name}`;
			try {
				for (const look of await turn(life, chapter, signal)) await look(life, signal);
			} catch (error) {
				signal?.throwIfAborted();
				throw new Error(what, { cause: error });
			}
		}
	} finally {
		await life.stop();
		await life.domain?.close();
		await life.install('current');
		await parts.restart();
	}
}

/** Lets somebody write twice, with n8n killed while the messages wait, and once more. */
export async function checkJoining(parts: Parts, signal?: AbortSignal): Promise<void> {
	const life = lifeOf(parts, parts.tarballs);
	const account = await Account.open(life);
	const workflow = await account.publish(life, { joinMessagesWithin: 3 });
	const write = async (...texts: string[]) => {
		for (const text of texts) {
			const body = { messageId: `JOINED ${text}`, fromMe: false, text: { message: text } };
			const answer = await account.instance.emit({ type: 'ReceivedCallback', body });
			assert.equal(answer?.status, 200, `A message is answered with ${JSON.stringify(answer)}`);
		}
	};
	const textsOf = async (count: number) =>
		(await executionsOf(life.n8n, { id: workflow.id, name: TRIGGER }, count, signal)).flatMap(
			(execution) => execution.itemsOf(TRIGGER).map((item) => (item as { text?: string }).text),
		);
	await write('Oi', 'tudo bem?');
	await life.kill();
	await life.start();
	assert.deepEqual(await textsOf(1), ['Oi\ntudo bem?']);
	await write('Vocês abrem', 'hoje?');
	assert.deepEqual((await textsOf(2)).sort(), ['Oi\ntudo bem?', 'Vocês abrem\nhoje?']);
	await workflow.in(life.n8n).unpublish();
}
