import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import * as client from '../../tools/emulator/client.mts';
import type { Account, Emulator } from '../../tools/emulator/emulator.mts';
import { messagesOf } from '../../tools/emulator/messages.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode, type RunOptions } from './harness.mts';
import { Trigger } from './trigger.mts';

const ANA = '5511900000001';
const BLOCK = '120363100000000012-group';
const NOBODY = '5511955554444';

let emulator: Emulator;
let account: Account & { baseUrl: string };
useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

function sendText(parameters: INodeParameters, more: Partial<RunOptions> = {}) {
	return runNode({
		account,
		parameters: { resource: 'message', operation: 'sendText', ...parameters },
		...more,
	});
}

const byPhone = (value: string) => ({ __rl: true, mode: 'phone', value });

async function messageIdOf(running: ReturnType<typeof sendText>): Promise<string> {
	const { error, items } = await running;
	expect(error).toBeUndefined();
	return items[0]?.json.messageId as string;
}

describe('a conversation', () => {
	let server: Server;
	let trigger: Trigger;
	/** What the trigger started the workflow with. */
	let started: IDataObject[];

	beforeEach(async () => {
		started = [];
		server = createServer((request, response) => {
			void (async () => {
				const { status, items = [] } = await trigger.post(await json(request));
				started.push(...items.map((item) => item.json));
				response.writeHead(status).end();
			})();
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const n8nUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		trigger = new Trigger(account, {
			n8nUrl,
			parameters: { events: ['all'], alsoSentByMe: false, simplify: false } as never,
		});
		await trigger.activate();
	});

	afterEach(async () => {
		await trigger.deactivate();
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});

	/** @returns what the workflow was started with since it was last asked */
	async function told(): Promise<IDataObject[]> {
		await emulator.tell();
		return started.splice(0);
	}

	it('goes back and forth: sent, read, answered, quoted', async () => {
		const question = await messageIdOf(
			sendText({ phone: byPhone('+55 (11) 90000-0001'), message: 'Você vem?' }),
		);
		emulator.whatsApp.setStatus(ANA, 'READ');
		const { messageId: answer } = emulator.whatsApp.write(ANA, 'Vou!', {
			quotedMessageId: question,
		});
		expect(await told()).toMatchObject([
			{ type: 'DeliveryCallback', messageId: question, phone: ANA },
			{ type: 'MessageStatusCallback', ids: [question], status: 'SENT' },
			{ type: 'MessageStatusCallback', ids: [question], status: 'READ' },
			{
				...{ type: 'ReceivedCallback', messageId: answer, referenceMessageId: question },
				...{ senderName: 'Ana Souza', text: { message: 'Vou!' } },
			},
		]);

		await sendText({
			phone: byPhone(ANA),
			message: 'Ótimo',
			options: { messageId: answer },
		} as never);
		const texts = messagesOf(emulator.state, ANA).map(({ content }) => content.text?.message);
		expect(texts).toEqual(['Você vem?', 'Vou!', 'Ótimo']);
		expect(emulator.state.messages.at(-1)).toMatchObject({ quotedMessageId: answer });
	});

	it('shows that a message failed, which the node could not know', async () => {
		const messageId = await messageIdOf(sendText({ phone: byPhone(NOBODY), message: 'Oi' }));
		expect(await told()).toMatchObject([
			{ type: 'DeliveryCallback', messageId, error: 'Phone number does not exist' },
		]);
	});

	it('has buttons, whose presses come back', async () => {
		const buttonList = { buttons: [{ id: 'sim', label: 'Sim' }] };
		const { body } = await client.answer(emulator, '/send-button-list', {
			body: { phone: ANA, message: 'Confirma?', buttonList },
		});
		await told();
		emulator.whatsApp.press((body as { messageId: string }).messageId, 'sim');
		expect(await told()).toMatchObject([
			{ phone: ANA, buttonsResponseMessage: { buttonId: 'sim', message: 'Sim' } },
		]);
	});

	it('has reactions, also to what was written in a group', async () => {
		const messageId = await messageIdOf(sendText({ phone: byPhone(BLOCK), message: 'Assembleia' }));
		await told();
		emulator.whatsApp.react(messageId, '👍', { participantPhone: ANA });
		expect(await told()).toMatchObject([
			{
				...{ phone: BLOCK, participantPhone: ANA },
				reaction: { value: '👍', reactionBy: ANA, referencedMessage: { messageId, fromMe: true } },
			},
		]);
	});

	it('goes on after the connection was lost: what was sent meanwhile arrives', async () => {
		emulator.whatsApp.disconnect();
		const messageId = await messageIdOf(sendText({ phone: byPhone(ANA), message: 'Oi' }));
		expect(await told()).toMatchObject([{ type: 'DisconnectedCallback' }]);
		emulator.whatsApp.connect();
		expect(await told()).toMatchObject([
			{ type: 'ConnectedCallback' },
			{ type: 'DeliveryCallback', messageId },
			{ type: 'MessageStatusCallback', ids: [messageId], status: 'SENT' },
		]);
	});
});
