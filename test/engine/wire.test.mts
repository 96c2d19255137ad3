import type { IDataObject } from 'n8n-workflow';
import wire from '../../tools/contract/wire.json' with { type: 'json' };
import type { Account, Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { Trigger } from './trigger.mts';

const recorded = wire.events as unknown as Array<{ id: string; body: IDataObject }>;
const parameters = { events: ['all'], alsoSentByMe: true };

let emulator: Emulator;
let account: Account & { baseUrl: string };
useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

const own = (body: IDataObject): IDataObject => ({ ...body, instanceId: account.instance });

it.each(recorded)('starts a workflow, simplified or as it was posted: $id', async ({ body }) => {
	const { status, items } = await new Trigger(account, { parameters }).post(own(body));
	expect({ status, items: items?.length }).toEqual({ status: 200, items: 1 });
	const raw = await new Trigger(account, { parameters: { ...parameters, simplify: false } }).post(
		own(body),
	);
	const { instanceId, ...posted } = body;
	expect(instanceId).toBeDefined();
	expect(raw.items?.[0]?.json).toMatchObject(posted);
});

it.each(['ptv', 'liveLocation', 'contacts'])('a filter for kinds knows %s', async (key) => {
	const kinds = { ptv: 'video', liveLocation: 'location', contacts: 'contact' };
	const content = key === 'contacts' ? [{ displayName: 'Ana' }] : { caption: '' };
	const body = own({ type: 'ReceivedCallback', phone: '5544999999999', [key]: content });
	for (const kind of ['video', 'location', 'contact', 'other']) {
		const trigger = new Trigger(account, {
			parameters: { ...parameters, filters: { messageKinds: [kind] } },
		});
		const { items } = await trigger.post(body);
		expect([kind, items?.length]).toEqual([kind, kind === kinds[key as 'ptv'] ? 1 : undefined]);
	}
});

it('a chat chosen by its chatId is found whatever its phone is', async () => {
	const chatId = '100000000000001@lid';
	const chats = { values: [{ chatId: { __rl: true, mode: 'id', value: chatId } }] };
	const trigger = new Trigger(account, { parameters: { ...parameters, chats } });
	for (const phone of ['5544999999999', chatId, '100000000000001']) {
		const body = own({ type: 'ReceivedCallback', phone, chatLid: chatId, text: { message: 'Oi' } });
		const { items } = await trigger.post(body);
		expect(items?.[0]?.json.chatId).toBe(chatId);
	}
	const other = own({ type: 'ReceivedCallback', phone: '5544999999999', chatLid: '1@lid' });
	expect((await trigger.post(other)).items).toBeUndefined();
});

it('a round video comes along as a file', async () => {
	emulator.files.set('v.mp4', { contentType: 'video/mp4', content: Buffer.from('video') });
	const ptv = { ptvUrl: `${account.baseUrl}/files/v.mp4`, mimeType: 'video/mp4' };
	const trigger = new Trigger(account, { parameters: { ...parameters, downloadMedia: true } });
	const { items } = await trigger.post(
		own({ type: 'ReceivedCallback', phone: '5544999999999', ptv }),
	);
	expect(items?.[0]?.binary?.data).toMatchObject({ fileName: 'v.mp4', mimeType: 'video/mp4' });
});

it.each([true, false])(
	'a file without an address keeps the item and says why, but for an edit (%s)',
	async (isEdit) => {
		const trigger = new Trigger(account, { parameters: { ...parameters, downloadMedia: true } });
		const { items } = await trigger.post(
			own({ type: 'ReceivedCallback', phone: '5544999999999', isEdit, image: { imageUrl: null } }),
		);
		expect(items?.[0]?.json.mediaError).toBe(
			isEdit ? undefined : 'Z-API sent no address for the file. Ask the sender to send it again.',
		);
	},
);

it('a file that is gone leaves its address', async () => {
	const imageUrl = `${account.baseUrl}/files/gone.jpg`;
	const trigger = new Trigger(account, { parameters: { ...parameters, downloadMedia: true } });
	const { items } = await trigger.post(
		own({ type: 'ReceivedCallback', phone: '5544999999999', image: { imageUrl } }),
	);
	expect(items?.[0]?.json).toMatchObject({
		fileUrl: imageUrl,
		mediaError: expect.any(String) as string,
	});
});
