import type { IDataObject } from 'n8n-workflow';
import { ANA, BRUNO, GROUP, emulator, labels, sent } from './asking.mts';
import { asked, become, chat, message } from './inChat.mts';
import { restartN8n } from './trigger.mts';

const APPROVAL = { responseType: 'approval' };
const LABELLED = {
	...APPROVAL,
	approvalOptions: { values: { approveLabel: 'Manter', disapproveLabel: 'Cancelar' } },
};
const CHOICE = { responseType: 'choice', choices: labels('Manhã', 'Tarde') };
const LIST = { responseType: 'choice', choices: labels('Segunda', 'Terça', 'Quarta', 'Quinta') };

interface Asked extends IDataObject {
	buttonList?: { buttons: Array<{ id: string; label: string }> };
}

/** @returns what Z-API posts of a press of the first button of the last question */
function press(): IDataObject {
	const [button] = (sent().at(-1) as Asked).buttonList?.buttons ?? [];
	const buttonsResponseMessage = { buttonId: button?.id, message: button?.label };
	return message('', { text: undefined, buttonsResponseMessage });
}

/** @returns the ID of the question's message, as the trigger knows it */
function askedId(): string {
	const [, id = ''] =
		/messageIds\\":\[\\"(\w+)/.exec(JSON.stringify(chat.trigger.staticData)) ?? [];
	return id;
}

describe('a question with buttons', () => {
	it('is asked with its buttons, after the trigger was told once, and then of the message', async () => {
		expect(await asked(APPROVAL)).toBeUndefined();
		expect(sent()).toEqual([expect.objectContaining({ path: '/send-button-list' })]);
		expect(chat.notes).toBe(2);
		expect(askedId()).not.toBe('');
	});

	it('asks Z-API nothing that it did not ask before', async () => {
		await asked(APPROVAL);
		expect(emulator.requests.map(({ path }) => path)).toEqual(['/me', '/send-button-list']);
	});

	it.each<[string, IDataObject, string, IDataObject]>([
		['an approval', APPROVAL, 'Sim, confirmo!', { approved: true, choice: 'Approve' }],
		['an approval', APPROVAL, 'ñ', { approved: false, choice: 'Decline' }],
		['an approval', APPROVAL, 'Yes, please', { approved: true }],
		['an approval', APPROVAL, 'claro que no', { approved: false }],
		['an approval', APPROVAL, 'approve', { approved: true }],
		['an approval', LABELLED, 'quero cancelar', { approved: false, choice: 'Cancelar' }],
		['a choice', CHOICE, 'De manhã', { approved: null, choice: 'Manhã' }],
		['a list', LIST, 'pode ser na terça-feira', { approved: null, choice: 'Terça' }],
	])('takes the words of %s: %j, %j', async (_what, given, text, answer) => {
		await asked(given as never);
		const posted = message(text);
		expect(await become(posted)).toBe('answer');
		expect(chat.output).toMatchObject({ ...answer, text, phone: ANA, messageId: posted.messageId });
		expect(await become(message('Obrigado'))).toBe('start');
	});

	it.each<[string, IDataObject, IDataObject]>([
		['não sei', APPROVAL, {}],
		['por que não?', APPROVAL, {}],
		['1', APPROVAL, {}],
		['Bom dia', CHOICE, {}],
		['2', CHOICE, {}],
		['sim', CHOICE, {}],
		['a voice note', APPROVAL, { text: undefined, audio: { audioUrl: 'https://example.com/a' } }],
		['Sim (to another message)', APPROVAL, { referenceMessageId: 'OTHER' }],
		['Sim (edited)', APPROVAL, { isEdit: true }],
		['Sim (in another chat)', APPROVAL, { phone: BRUNO }],
		['Sim (in a group)', APPROVAL, { phone: GROUP, isGroup: true, participantPhone: ANA }],
	])('lets %s start the workflow, and asks nothing again', async (text, given, body) => {
		await asked(given as never);
		const said = text.replace(/ \(.*/, '');
		expect(await become(message(said, body))).toBe('start');
		expect(chat.output).toBeUndefined();
		expect(sent()).toHaveLength(1);
		// It still waits.
		expect(await become(message(given === CHOICE ? 'Tarde' : 'Sim'))).toBe('answer');
	});

	it('takes words that quote it', async () => {
		await asked(APPROVAL);
		expect(await become(message('Sim', { referenceMessageId: askedId() }))).toBe('answer');
	});

	it('takes the words of a photo', async () => {
		await asked(APPROVAL);
		const image = { imageUrl: 'https://example.com/a.jpg', caption: 'Sim, pode' };
		expect(await become(message('', { text: undefined, image }))).toBe('answer');
		expect(chat.output).toMatchObject({ approved: true, kind: 'image', fileUrl: image.imageUrl });
	});

	it('in a group takes the words of those who may answer', async () => {
		const listed = { respondents: 'listed', respondentPhones: '+55 (11) 90000-0002' };
		await asked({ ...APPROVAL, ...listed }, GROUP);
		const inGroup = { phone: GROUP, isGroup: true };
		expect(await become(message('Sim', { ...inGroup, participantPhone: ANA }))).toBe('start');
		expect(await become(message('Sim', { ...inGroup, participantPhone: BRUNO }))).toBe('answer');
		expect(chat.output).toMatchObject({ approved: true, phone: BRUNO });
	});

	it('survives a restart of n8n', async () => {
		await asked(APPROVAL);
		restartN8n();
		expect(await become(message('Sim'))).toBe('answer');
	});

	it('is over once a button was pressed: what is written then starts the workflow', async () => {
		await asked(APPROVAL);
		expect(await become(press())).toBe('answer');
		expect(chat.output).toMatchObject({ approved: true, choice: 'Approve', text: null });
		expect(JSON.stringify(chat.trigger.staticData)).toMatch(/\\"isOver\\":true/);
		// n8n isn't asked about it any more: it would be at fault.
		chat.gone = { status: 500, body: {} };
		const { items, logged } = await chat.trigger.post(message('Não'));
		expect(items).toBeDefined();
		expect(logged).toBe('');
	});

	it('is answered once by a press and words at the same moment', async () => {
		await asked(APPROVAL);
		const both = await Promise.all([become(press()), become(message('Não'))]);
		// A press starts nothing, whether it counts or not.
		expect(both[0]).toBe('answer');
		const isByPress = chat.output?.text === null;
		expect(both[1]).toBe(isByPress ? 'start' : 'answer');
		expect(chat.output).toMatchObject({ approved: isByPress });
	});
});

describe('a question with buttons is asked all the same', () => {
	it.each<[string, () => string]>([
		['can not be reached', () => (chat.n8nUrl = 'http://127.0.0.1:1')],
		['is not one of this package', () => chat.n8nUrl],
	])('if the trigger %s', async (_what, change) => {
		emulator.state.webhooks.ReceivedCallback = `${change()}/other/webhook`;
		expect(await asked(APPROVAL)).toBeUndefined();
		expect(sent()).toHaveLength(1);
		expect(chat.notes).toBeLessThan(2);
		expect(await become(press())).toBe('answer');
	});

	it.each(['1779474934@broadcast'])('in %s, of which nothing is kept', async (phone) => {
		expect(await asked(APPROVAL, phone)).toBeUndefined();
		expect(chat.notes).toBe(0);
	});
});
