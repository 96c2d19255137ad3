import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { ContractRow } from './derive.mts';
import { endpointOf } from './endpoints.mts';

/** Where an operation isn't what follows from its data and from the documented sample. Each says why. */
export interface Exception {
	/** What a user enters, beside or instead of what follows from the sample. */
	parameters?: INodeParameters;
	/** What is sent instead of the sample. */
	request?: Partial<ContractRow['request']>;
	/** What Z-API is taken to answer, where that isn't documented. */
	answer?: object | string;
	/** The list in the documented answer whose entries come out one by one. */
	list?: string;
	/** What comes out instead of the documented answer. */
	items?: IDataObject[];
	/** Whether the operation needs a field, where that differs from what the endpoint needs. */
	required?: Record<string, boolean>;
}

/** Of a chat, true and false instead of texts, and dates instead of numbers. */
const SIMPLE_CHAT = {
	...{ phone: '5511999999999', name: 'Z-API SUPORTE', isGroup: false, isGroupAnnouncement: false },
	...{ unread: 0, lastMessageTime: '2021-06-06T15:01:27.000Z' },
	...{ archived: false, pinned: true, isMuted: false },
};

/** Of a channel, a number and a date instead of texts and seconds. */
const SIMPLE_CHANNEL = {
	...{ id: '999999999999999999@newsletter', name: 'Z-API', description: 'Canal oficial Z-API' },
	...{ inviteLink: 'https://www.whatsapp.com/channel/0029Va5Xk71a', subscribersCount: 123 },
	...{ viewMetadata: { mute: 'OFF', role: 'OWNER' }, state: 'ACTIVE' },
	...{
		creationTime: '2023-09-25T12:05:04.000Z',
		picture: 'https://mmg.whatsapp.net/v/example.jpg',
	},
};

/** Of a group, what is looked for. */
const SIMPLE_GROUP = {
	...{
		phone: '120363019502650977-group',
		subject: 'Meu grupo no Z-API',
		description: 'Grupo Z-API',
	},
	...{ owner: '5511999999999', creation: '2020-05-05T23:31:31.000Z', communityId: null },
	...{ isGroupAnnouncement: false, adminOnlyMessage: false },
};

function participantsOf(id: string): IDataObject {
	const { participants = [] } = endpointOf(id).response.shape as IDataObject;
	return { participants };
}

/** The list in a documented answer. */
function entriesOf(id: string, name: string): IDataObject[] {
	const { shape } = endpointOf(id).response;
	return (shape as Record<string, IDataObject[]>)[name] ?? [];
}

/** The exceptions, by resource and operation, as in `group.updateName`. */
export const exceptions: Readonly<Record<string, Exception>> = {
	'message.editText': {
		// The sample sends a new text; with the ID of a message, the same endpoint changes that one.
		parameters: { editMessageId: '3999984263738042930CD6ECDE9VDWSA' },
		request: {
			text: '{"phone":"5511999998888","message":"Welcome to *Z-API*","editMessageId":"3999984263738042930CD6ECDE9VDWSA"}',
		},
		required: { editMessageId: true },
	},
	'message.sendDocument': {
		// It follows from the file.
		required: { extension: false },
	},
	// Of answers with many fields, those come out that people look for.
	'channel.get': { items: [SIMPLE_CHANNEL] },
	'channel.getAll': {
		items: [
			SIMPLE_CHANNEL,
			{
				...{ id: '999999999999999999@newsletter', name: 'Canal Exemplo', description: 'Exemplo' },
				inviteLink: 'https://www.whatsapp.com/channel/0029Va5Xk71a123',
				viewMetadata: { mute: 'ON', role: 'SUBSCRIBER' },
				...{ state: 'ACTIVE', creationTime: '2023-09-20T19:14:55.000Z', picture: null },
			},
		],
	},
	'chat.get': {
		items: [
			{
				...{ phone: '5511999999999', isGroup: false, isGroupAnnouncement: false },
				...{ unread: 0, lastMessageTime: '2021-04-26T18:27:46.000Z', isMuted: false },
				notes: 'texto da anotação',
			},
		],
	},
	'chat.getAll': {
		items: [
			SIMPLE_CHAT,
			{
				...{ ...SIMPLE_CHAT, name: 'Z-api - Team', lastMessageTime: '2021-06-06T14:41:43.000Z' },
				notes: 'texto da anotação',
			},
		],
	},
	'collection.getProducts': {
		// The first page is asked for without the cursor that the sample has.
		request: { query: { collectionId: '12312312313' } },
		items: [
			{
				...{ id: '6988917394481455', name: 'Product Name', description: 'Product Description' },
				...{ price: '10000', currency: 'BRL', availability: 'in stock', quantity: '99' },
				...{ retailerId: '123', images: ['https://cdn.example.com/product.png'] },
			},
		],
	},
	'group.get': {
		items: [
			{
				...SIMPLE_GROUP,
				invitationLink: 'https://chat.whatsapp.com/40Aasd6af1',
				...participantsOf('metadata-group'),
			},
		],
	},
	'group.getAll': {
		items: [
			{
				...{ phone: '120263358412332916-group', name: 'Grupo teste', isGroup: true },
				...{ unread: 0, lastMessageTime: '2024-11-06T18:44:28.000Z' },
				...{ archived: false, pinned: false, isMuted: false },
			},
		],
	},
	'group.getByInviteLink': {
		items: [
			{
				...{ phone: '120363019502650977-group', subject: 'Meu grupo no Z-API' },
				...{ description: 'descrição do grupo', owner: '5511888888888' },
				creation: '2020-05-05T23:31:31.000Z',
				invitationLink: 'https://chat.whatsapp.com/KNmcL17DqVA0sqkQ5LLA5',
				...participantsOf('group-invitation-metadata'),
			},
		],
	},
	'group.getLight': {
		items: [{ ...SIMPLE_GROUP, invitationLink: null, ...participantsOf('light-group-metadata') }],
	},
	'instance.get': {
		items: [
			{
				...{ name: 'My instance', connected: true, paymentStatus: 'ACTIVE' },
				...{ due: '2023-11-14T22:13:20.000Z', created: '2024-01-01T00:00:00.000Z' },
				...{ autoReadMessage: false, callRejectAuto: false, callRejectMessage: '' },
			},
		],
	},
	'product.get': {
		items: [
			{
				...{ id: '999999999999999', name: 'Mouse', description: 'Product description' },
				...{ price: '100000', salePrice: '90000', currency: 'BRL', availability: 'in stock' },
				...{ retailerId: null, images: ['https://example.com/image.jpg'] },
			},
		],
	},
	'queue.getAll': {
		// The first page is asked for without the cursor that the sample has.
		request: { text: '{"pageSize":20}' },
		items: [
			{
				ZaapId: '019D44XXXXXXXXXXXXXXXXX68DA6',
				MessageId: 'ECFXXXXXXXXXXXXXX39',
				...{ Phone: '120XXXXXXXXXXX305-group', Message: 'Mensagem teste' },
				...{ Created: '2026-03-31T14:40:31.776Z', DelayMessage: -1, DelayTyping: 0 },
			},
		],
	},
	// Nobody has written down what it answers.
	'queue.count': { answer: { count: 7 }, items: [{ count: 7 }] },
	// Nothing is done before the user confirms it.
	'community.deactivate': { parameters: { confirm: true } },
	'instance.disconnect': { parameters: { confirm: true } },
	'queue.clear': { parameters: { confirm: true } },
	// Nothing is deleted or given away before the user confirms it.
	'channel.delete': { parameters: { confirm: true } },
	'channel.transferOwnership': { parameters: { confirm: true } },
	// The entries are inside of the answer.
	'channel.search': { items: entriesOf('search-newsletter', 'data') },
	// Z-API lists bare phones, and an item needs a name for them.
	'privacy.getDisallowed': { items: [{ phone: '554411111111' }, { phone: '554422222222' }] },
	// A switch in the panel, a word on the way.
	'privacy.updateReadReceipts': { parameters: { enabled: true } },
	// The first page is asked for without the cursor that the samples have.
	'collection.getAll': { request: { query: {} }, list: 'collections' },
	'product.getAll': { request: { text: '' }, list: 'products' },
	// Each is shown only once a header of its kind is chosen.
	'interactive.sendActionButtons': { required: { image: true, binaryPropertyName: true } },
	'interactive.sendButtons': {
		required: { headerImage: true, headerVideo: true, binaryPropertyName: true },
	},
	'interactive.sendCopyCode': { required: { image: true, binaryPropertyName: true } },
};
