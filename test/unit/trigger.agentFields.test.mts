import type { IDataObject } from 'n8n-workflow';
import { agentFieldsOf } from '../../nodes/ZApiTrigger/receiving/agentFields.ts';

const message = (more: IDataObject): IDataObject => ({
	...{ type: 'ReceivedCallback', instanceId: 'INSTANCE', messageId: '3EB0' },
	...{ phone: '5544999999999', isGroup: false, ...more },
});

it.each<[string, IDataObject]>([
	['Bom dia', { text: { message: 'Bom dia' } }],
	['[photo]', { image: { imageUrl: 'https://', caption: '' } }],
	['[photo] A fachada', { image: { caption: 'A fachada' } }],
	['[voice note]', { audio: { ptt: true, seconds: 10 } }],
	['[audio]', { audio: { ptt: false } }],
	['[video] Veja', { video: { caption: 'Veja' } }],
	['[GIF]', { video: { isGif: true } }],
	['[video]', { ptv: {} }],
	['[document: nota.pdf] A nota', { document: { fileName: 'nota.pdf', caption: 'A nota' } }],
	['[document]', { document: {} }],
	['[sticker]', { sticker: {} }],
	[
		'[location: Praça da Sé, São Paulo, -23.55, -46.63]',
		{
			location: { name: 'Praça da Sé', address: 'São Paulo', latitude: -23.55, longitude: -46.63 },
		},
	],
	['[location: 0, 0]', { location: { address: '', latitude: 0, longitude: 0 } }],
	[
		'[live location: 1, 2] Vindo',
		{ liveLocation: { latitude: 1, longitude: 2, caption: 'Vindo' } },
	],
	['[reaction: ❤️]', { reaction: { value: '❤️' } }],
	[
		'[poll: Sim, Não] Vamos?',
		{ poll: { question: 'Vamos?', options: [{ name: 'Sim' }, { name: 'Não' }] } },
	],
	['[vote: Sim]', { pollVote: { options: [{ name: 'Sim' }] } }],
	['[contact: Ana, 5544988888888]', { contact: { displayName: 'Ana', phones: ['5544988888888'] } }],
	[
		'[contact: Ana, 5544988888888] [contact: Rui]',
		{ contacts: [{ displayName: 'Ana', phones: ['5544988888888'] }, { displayName: 'Rui' }] },
	],
	['Quero', { buttonsResponseMessage: { buttonId: '1', message: 'Quero' } }],
	['[message]', { order: { itemCount: 1 } }],
])('an agent reads %j', (expected, content) => {
	expect(agentFieldsOf(message(content)).chatInput).toBe(expected);
});

describe('the session', () => {
	const sessionOf = (more: IDataObject) => agentFieldsOf(message(more)).sessionId;

	it('is the same whether Z-API names a person by the number or the @lid', () => {
		const chatLid = '100000000000001@lid';
		const session = sessionOf({ chatLid });
		expect(sessionOf({ chatLid, phone: chatLid })).toBe(session);
		expect(sessionOf({ senderLid: chatLid, chatLid: undefined })).toBe(session);
		expect(session).toMatch(/^[\da-f]{12}-100000000000001@lid$/);
	});

	it('is that of the group, whoever writes', () => {
		const group = { phone: '120363019502650977-group', isGroup: true };
		const session = sessionOf({ ...group, participantLid: '1@lid' });
		expect(sessionOf({ ...group, participantLid: '2@lid' })).toBe(session);
	});

	it("is another one for another instance, and doesn't say which", () => {
		expect(sessionOf({ instanceId: 'OTHER' })).not.toBe(sessionOf({}));
		expect(sessionOf({})).not.toContain('INSTANCE');
	});
});
