import type { IDataObject, INode, INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import { exampleOptions } from './derivedSamples.mts';
import { CHANNEL, entries, GROUP, locator, PERSON } from './sampleActions.mts';

/** A trigger that a user may have saved. */
export type SampleTrigger = Pick<INode, 'name' | 'parameters' | 'typeVersion'> & {
	/** The addresses that are set before it is published, by the kind of event. */
	before?: Record<string, string>;
};

const message: IDataObject = {
	...{ type: 'ReceivedCallback', messageId: '3EB0', phone: PERSON, fromMe: false, fromApi: false },
	...{ isGroup: false, isNewsletter: false, chatName: 'Ana', senderName: 'Ana', momment: 1 },
};
const ofStatus: IDataObject = { type: 'MessageStatusCallback', ids: ['3EB0'], phone: PERSON };

/** What is posted at every saved trigger. `{files}` stands for where files can be fetched. */
export const sampleEvents: Record<string, IDataObject> = {
	'a text': { ...message, text: { message: 'Quero !sair' } },
	'another text': { ...message, phone: '5511900000002', text: { message: 'Bom dia' } },
	'a text of my own': { ...message, fromMe: true, text: { message: '!sair' } },
	'a text through Z-API': { ...message, fromMe: true, fromApi: true, text: { message: '!sair' } },
	'a text in a group': { ...message, isGroup: true, phone: GROUP, text: { message: '!sair já' } },
	'a text in a channel': {
		...message,
		isNewsletter: true,
		phone: CHANNEL,
		text: { message: 'Oi' },
	},
	'a picture': {
		...message,
		image: { imageUrl: '{files}/photo', mimeType: 'image/png', caption: '!sair' },
	},
	'a press on a button': {
		...message,
		buttonsResponseMessage: { buttonId: '1', message: 'Sim' },
	},
	'a notification': {
		...message,
		isGroup: true,
		phone: GROUP,
		notification: 'GROUP_PARTICIPANT_ADD',
	},
	'a message that was sent': { type: 'DeliveryCallback', phone: PERSON, messageId: '3EB0' },
	'a message that failed': { type: 'DeliveryCallback', phone: PERSON, error: 'Not on WhatsApp' },
	'a message that was read': { ...ofStatus, status: 'READ' },
	'a message that arrived': { ...ofStatus, status: 'RECEIVED' },
	'somebody types': { type: 'PresenceChatCallback', phone: PERSON, status: 'COMPOSING' },
	'somebody went offline': { type: 'PresenceChatCallback', phone: PERSON, status: 'UNAVAILABLE' },
	'a connection': { type: 'ConnectedCallback', connected: true, phone: PERSON },
	'a disconnection': { type: 'DisconnectedCallback', disconnected: true, error: 'Logged out' },
	'a proxy that failed': { type: 'ProxyCallback', error: 'No proxy' },
};

const FOREIGN = 'https://crm.example.com/hooks/whatsapp';

function triggersOf(description: INodeTypeDescription, typeVersion: number): SampleTrigger[] {
	const trigger = (name: string, parameters: INodeParameters, before?: Record<string, string>) => ({
		...{ name: `${name} (version ${typeVersion})`, typeVersion, parameters },
		...(before && { before }),
	});
	return [
		trigger('As it is at first', {}),
		trigger('All events', { events: ['all'], alsoSentByMe: true }),
		trigger('Everything that Z-API sends', { events: ['all'], simplify: false }),
		trigger('With all options and filters', {
			...{ events: ['all'], downloadMedia: true },
			options: exampleOptions(description, 'options'),
			filters: exampleOptions(description, 'filters'),
		}),
		trigger('Messages, with files', {
			events: ['messageReceived'],
			downloadMedia: true,
			options: {
				...{ binaryPropertyName: 'file', largestFileMegabytes: 5, downloadTimeoutSeconds: 10 },
				lateAnswer: 'Esta pergunta já foi respondida.',
			},
		}),
		trigger(
			'In place of somebody else',
			{ events: ['messageReceived', 'messageStatus'], options: { replaceExisting: true } },
			{ ReceivedCallback: FOREIGN },
		),
		trigger('Some chats', {
			events: ['messageReceived', 'chatPresence'],
			chats: entries(
				{ chatId: locator('list', GROUP, 'Moradores') },
				{ chatId: locator('id', '+55 (11) 90000-0001') },
			),
		}),
		trigger('Filters for messages', {
			events: ['messageReceived'],
			alsoSentByMe: true,
			filters: {
				...{ chatTypes: ['direct', 'group'], messageKinds: ['text', 'image'] },
				...{ sentBy: ['others', 'me'], textContains: '!SAIR', textMatches: '*!sair*' },
			},
		}),
		trigger('Filters for everything else', {
			events: [
				'messageSent',
				'messageStatus',
				'chatPresence',
				'notificationReceived',
				'disconnected',
			],
			filters: {
				...{ chatPresences: ['COMPOSING'], messageStatuses: ['READ'], sendResults: ['failed'] },
			},
		}),
	];
}

/**
 * All triggers that a release is to keep, in each version of the node.
 *
 * @param description of the node, as it is now
 */
export function sampleTriggers(description: INodeTypeDescription): SampleTrigger[] {
	return [description.version].flat().flatMap((version) => triggersOf(description, version));
}
