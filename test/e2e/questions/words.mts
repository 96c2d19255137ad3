import {
	Asking,
	NEXT,
	PERSON,
	press,
	progressOf,
	reach,
	sent,
} from '../../../tools/launcher/workflows/questions.mts';
import { TriggerWorkflow } from '../../../tools/launcher/workflows/triggerWorkflow.mts';
import { editor, n8n, see } from '../session.mts';

const HANDED_OVER = { status: 200, text: expect.stringContaining('handed over') as string };
const STARTED = { status: 200, text: expect.stringContaining('Workflow was started') as string };
const PAUSED = { status: 200, text: expect.stringContaining('Paused') as string };

/** Somebody else: Z-API tells a person's number and `@lid`. */
const OTHER = { phone: '5511900000002', senderLid: '100000000000002@lid' };

let messages = 0;

/** Lets Z-API tell of a message in the chat with the person. */
async function write(text: string, body: object = {}) {
	messages += 1;
	return await editor.emulator.emit({
		type: 'ReceivedCallback',
		body: {
			...{ messageId: `WORDS-${messages}`, momment: Date.now(), phone: PERSON },
			...{ text: { message: text }, ...body },
		},
	});
}

describe('a chat in which people write', () => {
	let trigger: TriggerWorkflow;

	beforeAll(async () => {
		// Whatever trigger there was gets nothing from now on.
		editor.emulator.reset();
		trigger = await TriggerWorkflow.publish(editor.launched, {
			events: ['messageReceived'],
			options: { pauseAfterOwn: 10, resumeWord: 'voltar' },
		});
	});

	afterAll(async () => {
		await trigger.unpublish();
	});

	see('answers a question with its next message, also after a restart', async () => {
		const asking = await Asking.publish(editor.launched, 'text', { responseType: 'chatText' });
		const id = await asking.ask(['Qual é o melhor horário?']);
		expect(sent(editor.emulator).at(-1)?.message).toBe('Qual é o melhor horário?');
		await editor.launched.restart();
		expect(await write('Outro assunto', OTHER)).toMatchObject(STARTED);
		expect((await progressOf(n8n(), id)).status).toBe('waiting');
		expect(await write('Depois das 19h')).toMatchObject(HANDED_OVER);
		const { outputs } = await reach(n8n(), id, 'success');
		expect(outputs(NEXT)).toMatchObject([[{ text: 'Depois das 19h', phone: PERSON }]]);
		expect(await write('E mais uma coisa')).toMatchObject(STARTED);
	});

	see('chooses in words, and is asked again if that is not understood', async () => {
		const asking = await Asking.publish(editor.launched, 'choices', {
			responseType: 'chatChoice',
			choices: { values: [{ label: 'Sim' }, { label: 'Não' }, { label: 'Outro dia' }] },
		});
		const id = await asking.ask(['Confirma?']);
		expect(sent(editor.emulator).at(-1)?.message).toContain('3. Outro dia');
		const asked = sent(editor.emulator).length;
		expect(await write('não sei')).toMatchObject(HANDED_OVER);
		expect(sent(editor.emulator)).toHaveLength(asked + 1);
		expect((await progressOf(n8n(), id)).status).toBe('waiting');
		expect(await write('Sim, confirmo!')).toMatchObject(HANDED_OVER);
		const { outputs } = await reach(n8n(), id, 'success');
		expect(outputs(NEXT)).toMatchObject([[{ choice: 'Sim', text: 'Sim, confirmo!' }]]);
	});

	see('answers a question with buttons in words, or by a press', async () => {
		const asking = await Asking.publish(editor.launched, 'buttons', { responseType: 'approval' });
		const id = await asking.ask(['Podemos confirmar?']);
		expect(sent(editor.emulator).at(-1)?.buttons).toHaveLength(2);
		expect(await write('não sei')).toMatchObject(STARTED);
		expect((await progressOf(n8n(), id)).status).toBe('waiting');
		expect(await write('Sim, confirmo!')).toMatchObject(HANDED_OVER);
		const { outputs } = await reach(n8n(), id, 'success');
		expect(outputs(NEXT)).toMatchObject([[{ approved: true, text: 'Sim, confirmo!' }]]);

		const pressed = await asking.ask(['E o outro?']);
		const [button = { id: '', label: '' }] = sent(editor.emulator).at(-1)?.buttons ?? [];
		expect(await press(editor.emulator, button)).toMatchObject(HANDED_OVER);
		expect(await write('Não')).toMatchObject(STARTED);
		const { outputs: given } = await reach(n8n(), pressed, 'success');
		expect(given(NEXT)).toMatchObject([[{ approved: true, text: null }]]);
	});

	see('is left alone while somebody answers by hand, also after a restart', async () => {
		expect(editor.emulator.state.notifySentByMe).toBe(true);
		await write('Deixa comigo', { fromMe: true, fromApi: false });
		expect(await write('Obrigada!')).toMatchObject(PAUSED);
		expect(await write('Oi', OTHER)).toMatchObject(STARTED);
		await editor.launched.restart();
		expect(await write('Tudo bem')).toMatchObject(PAUSED);
		await write('Voltar', { fromMe: true, fromApi: false });
		expect(await write('Oi de novo')).toMatchObject(STARTED);
	});
});
