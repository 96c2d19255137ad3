import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOfBody } from 'node:stream/consumers';
import type { IDataObject } from 'n8n-workflow';
import { makeNote } from '../../nodes/shared/account/notes.ts';
import { proofOf, PROOF_HEADER } from '../../nodes/shared/answers/press.ts';
import { ANA, BRUNO, GROUP, account } from './asking.mts';
import { deliver } from './answering.mts';
import { restartN8n, Trigger } from './trigger.mts';

const HOUR = 3_600_000;

let n8n: Server;
let n8nUrl: string;
let trigger: Trigger;
/** The answers that n8n has got, by execution. */
let handed: Map<string, { text: unknown; isProven: boolean }>;
/** The executions whose node doesn't understand an answer. */
let puzzled: string[];
let count = 0;

beforeEach(async () => {
	restartN8n();
	handed = new Map();
	puzzled = [];
	n8n = createServer((request, response) => {
		void textOfBody(request).then((text) => {
			const isProven = request.headers[PROOF_HEADER] === proofOf(account.token, text);
			const [, , execution = ''] = (request.url ?? '').split('/');
			handed.set(execution, { text: (JSON.parse(text) as IDataObject).text, isProven });
			const resumed = !puzzled.includes(execution);
			response.writeHead(resumed ? 200 : 422, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ resumed }));
		});
	});
	await new Promise<void>((resolve) => n8n.listen(0, '127.0.0.1', resolve));
	n8nUrl = `http://127.0.0.1:${(n8n.address() as AddressInfo).port}`;
	// What it listens for doesn't matter.
	trigger = new Trigger(account, { n8nUrl, parameters: { events: ['messageStatus'] } });
});
afterEach(async () => {
	n8n.closeAllConnections();
	await new Promise((resolve) => n8n.close(resolve));
});

const content = (
	execution: number,
	chat: string,
	messageId = '',
	until = Date.now() + HOUR,
	hasButtons = false,
) => ({
	...{ does: 'ask' as const, chats: [chat], milliseconds: 0, at: Date.now() },
	question: {
		press: `n8n.${execution}.ask.words.1.${'a'.repeat(64)}`,
		...{ until, messageId, respondents: null, hasButtons },
	},
});

async function tell(given: ReturnType<typeof content>) {
	const note = makeNote(account.token, new URL(n8nUrl).host, given);
	expect((await trigger.post({ ...note }, {})).status).toBe(200);
}

async function write(text: string, phone: string, body: IDataObject = {}) {
	const { body: said } = await trigger.post({
		...{ type: 'ReceivedCallback', instanceId: account.instance, messageId: `3EB0${++count}` },
		...{ phone, fromMe: false, text: { message: text }, ...body },
	});
	return (said as IDataObject).message;
}

describe('answers to questions', () => {
	it('60 at once each reach their own, also after a restart', async () => {
		const phones = Array.from({ length: 60 }, (_, index) => `55119100000${10 + index}`);
		await Promise.all(phones.map(async (phone, index) => await tell(content(index + 1, phone))));
		// The calls have overlapped; the next one brings together what they wrote.
		await write('Oi', BRUNO);
		restartN8n();
		const said = await Promise.all(
			phones.map(async (phone, index) => await write(`Resposta ${index + 1}`, phone)),
		);
		expect(said).toEqual(phones.map(() => 'Answer handed over'));
		expect([...handed].sort(([one], [other]) => Number(one) - Number(other))).toEqual(
			phones.map((_, index) => [
				String(index + 1),
				{ text: `Resposta ${index + 1}`, isProven: true },
			]),
		);
	});

	it('go to the question that is quoted, and otherwise to the newest', async () => {
		await tell(content(1, ANA, 'FIRST'));
		await new Promise((resolve) => setTimeout(resolve, 5));
		await tell(content(2, ANA, 'SECOND'));
		await write('a', ANA, { referenceMessageId: 'FIRST' });
		await write('b', ANA);
		expect([...handed].map(([execution, { text }]) => [execution, text])).toEqual([
			['1', 'a'],
			['2', 'b'],
		]);
	});

	it('go on to an earlier question without buttons if one with buttons has no such word', async () => {
		const asked = async (...given: Parameters<typeof content>) => {
			await tell(content(...given));
			await new Promise((resolve) => setTimeout(resolve, 5));
		};
		await asked(1, ANA);
		await asked(2, ANA, '', undefined, true);
		await asked(3, ANA, '', undefined, true);
		puzzled = ['3'];
		expect(await write('Rua das Flores, 1', ANA)).toBe('Answer handed over');
		expect([...handed.keys()]).toEqual(['3', '1']);
	});

	it.each<[string, string, IDataObject]>([
		['quotes a message that may be another one', 'Sim', { referenceMessageId: 'FIRST' }],
		['has no words', '', { text: undefined, audio: { audioUrl: 'https://example.com/a' } }],
		[
			'is the press of another button',
			'',
			{ text: undefined, buttonsResponseMessage: { buttonId: '1', message: 'Sim' } },
		],
	])('are no message to a question with buttons that %s', async (_what, text, body) => {
		await tell(content(1, ANA, '', undefined, true));
		expect(await write(text, ANA, body)).toBe('Event not chosen');
		expect(handed.size).toBe(0);
		expect(await write('Sim', ANA)).toBe('Answer handed over');
	});

	it('are none where nobody waits any more', async () => {
		await tell(content(1, ANA, '', Date.now() + 20));
		await new Promise((resolve) => setTimeout(resolve, 30));
		expect(await write('a', ANA)).toBe('Event not chosen');
		expect(handed.size).toBe(0);
	});

	it.each<[string, (note: IDataObject) => IDataObject]>([
		['another chat', (note) => ({ ...note, chats: [BRUNO] })],
		['another execution', (note) => ({ ...note, question: content(2, ANA).question })],
		['a later end', (note) => ({ ...note, question: content(1, ANA, '', 9e15).question })],
		['another message', (note) => ({ ...note, question: content(1, ANA, 'X').question })],
		['buttons', (note) => ({ ...note, question: content(1, ANA, '', undefined, true).question })],
		['no question', (note) => ({ ...note, question: undefined })],
	])('are for nobody if somebody has put %s into the note', async (_what, change) => {
		const note = makeNote(account.token, new URL(n8nUrl).host, content(1, ANA));
		const forged = change(note as unknown as IDataObject);
		expect((await trigger.post(forged, {})).status).toBe(403);
		expect(trigger.staticData).toEqual({});
	});
});

describe('an answer in words', () => {
	const question = { responseType: 'chatText', message: 'Endereço?', labels: [] };
	const memory = { questions: 2, question, chat: GROUP };
	const event = { isGroup: true, phone: GROUP, participantPhone: ANA, text: 'Oi', kind: 'text' };

	async function report(given: IDataObject, proof?: string, number = '2') {
		const text = JSON.stringify(given);
		return await deliver({ responseType: 'chatText' }, memory, {
			query: { choice: 'words', question: number },
			rawBody: Buffer.from(text),
			headers: { [PROOF_HEADER]: proof ?? proofOf(account.token, text) },
		});
	}

	it('is by the person who wrote it', async () => {
		expect((await report(event)).json).toMatchObject({ phone: ANA, text: 'Oi' });
	});

	it.each<[string, IDataObject, string | undefined, string | undefined, number]>([
		['told by somebody else', event, 'f'.repeat(64), undefined, 403],
		['of another chat', { phone: ANA, text: 'Oi' }, undefined, undefined, 403],
		['to another question', event, undefined, '1', 409],
	])('changes nothing if it is %s', async (_what, given, proof, number, status) => {
		const answered = await report(given, proof, number);
		expect(answered).toMatchObject({ status, body: { resumed: false }, json: undefined });
	});
});
