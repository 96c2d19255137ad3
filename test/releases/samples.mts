import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	NodeParameterValueType,
} from 'n8n-workflow';
import { resources } from '../../nodes/ZApi/resources/index.ts';
import type { ContractRow } from '../contract/derive.mts';
import { samples } from '../contract/rows.mts';
import type { GivenAnswer } from './set.mts';

/** A node that a user may have saved. */
export interface SampleAction {
	name: string;
	parameters: INodeParameters;
	answers: GivenAnswer[];
}

/** Nodes of one workflow, which all get the same items. */
export interface SampleWorkflow {
	/** The workflow's name. */
	name: string;
	items: INodeExecutionData[];
	actions: SampleAction[];
}

const PERSON = '5511900000001';
const GROUP = '120363100000000012-group';
const COMMUNITY = '120363019502650977';
const CHANNEL = '999999999999999999@newsletter';
/** The least that is a picture. */
const PIXEL =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const QUEUED: GivenAnswer = {
	status: 200,
	body: {
		zaapId: '3999984263738042930CD6ECDE9VDWSA',
		messageId: 'D241XXXX732339502B68',
		id: 'D241XXXX732339502B68',
	},
};
const DONE: GivenAnswer = { status: 200, body: { value: true } };
const SUCCESS: GivenAnswer = { status: 200, body: { success: true } };

function locator(mode: string, value: string, name?: string): NodeParameterValueType {
	return { __rl: true, mode, value, ...(name === undefined ? {} : { cachedResultName: name }) };
}

const toPerson = locator('phone', '+55 (11) 90000-0001');
const toGroup = locator('list', GROUP, 'Moradores');
const entries = (...values: INodeParameters[]) => ({ values });

function action(
	name: string,
	operation: string,
	parameters: INodeParameters,
	answer = QUEUED,
): SampleAction {
	const [resource = '', value = ''] = operation.split('.');
	return { name, parameters: { resource, operation: value, ...parameters }, answers: [answer] };
}

/** Each operation with what is documented as its sample, a workflow for each resource. */
function documented(): Map<string, SampleWorkflow> {
	const nameOf = ({ title, endpoint }: ContractRow) => {
		const isOne = samples.filter((row) => row.title === title).length === 1;
		return isOne ? title : `${title} (${endpoint.id})`;
	};
	return new Map(
		resources.map(({ value, name }) => [
			`${value}.json`,
			{
				name: `${name}: every operation`,
				items: [{ json: {} }],
				actions: samples
					.filter(({ resource }) => resource === value)
					.map((row) => ({
						name: nameOf(row),
						parameters: {
							...{ resource: value, operation: row.operation },
							...row.parameters,
						} as INodeParameters,
						answers: [
							{ status: row.endpoint.response.status, body: row.answer },
							// A list is asked for its next page.
							{ status: 200, body: [] },
						],
					})),
			},
		]),
	);
}

/**
 * A documented sample with something else in some of its fields.
 *
 * @param title resource and operation, as in `group.updateName`
 * @throws {Error} if there is no such sample
 */
function variant(name: string, title: string, parameters: INodeParameters): SampleAction {
	const row = samples.find((sample) => sample.title === title);
	if (!row) throw new Error(`Nothing is documented as ${title}`);
	const answer = { status: row.endpoint.response.status, body: row.answer };
	return action(`${name}: ${title}`, title, { ...row.parameters, ...parameters }, answer);
}

function fromFile(title: string, binaryPropertyName: string, more: INodeParameters = {}) {
	const source = { mediaSource: 'file', binaryPropertyName };
	return variant('From a file', title, {
		...source,
		options: { largestFileMegabytes: 1 },
		...more,
	});
}

function asJson(title: string, list: unknown[]) {
	return variant('As JSON', title, { define: 'json', entriesJson: JSON.stringify(list) });
}

function withOptions(title: string, options: INodeParameters, more: INodeParameters = {}) {
	return variant('With options', title, { options, ...more });
}

const expressions: SampleWorkflow = {
	name: 'Values from the step before',
	items: [
		{ json: { community: COMMUNITY, groups: [GROUP, '120363100000000013-group'], phone: PERSON } },
		{ json: { community: COMMUNITY, groups: `${GROUP};120363100000000013-group`, phone: PERSON } },
		{ json: { community: COMMUNITY, groups: [{ phone: GROUP, name: 'A' }], phone: PERSON } },
	],
	actions: [
		action(
			'Unlink the groups of each item',
			'community.unlinkGroups',
			{
				communityId: locator('id', '={{ $json.community }}'),
				groupsPhones: '={{ $json.groups }}',
			},
			SUCCESS,
		),
		action('Write to the person of each item', 'message.sendText', {
			phone: locator('phone', '={{ $json.phone }}'),
			message: '=Olá! A comunidade é {{ $json.community }}.',
		}),
		action(
			'Add the person of each item',
			'group.addParticipants',
			{ groupId: locator('id', GROUP), phones: '={{ $json.phone }}', autoInvite: true },
			DONE,
		),
	],
};

const choices: SampleWorkflow = {
	name: 'Values chosen from lists',
	items: [{ json: {} }],
	actions: [
		action(
			'Unlink the ticked groups',
			'community.unlinkGroups',
			{
				communityId: locator('list', COMMUNITY, 'Condomínio'),
				groupsPhones: [GROUP, '120363100000000013-group'],
				options: { requestsAtOnce: 5 },
			},
			SUCCESS,
		),
		action(
			'Make the ticked participants admins',
			'group.promoteToAdmin',
			{ groupId: toGroup, phones: [PERSON, '123456789@lid'] },
			DONE,
		),
		action(
			'Set who may do what in a group',
			'group.updateSettings',
			{ phone: toGroup, adminOnlyMessage: true },
			DONE,
		),
		action(
			'Mute a channel',
			'channel.mute',
			{ newsletterId: locator('list', CHANNEL, 'Avisos') },
			DONE,
		),
		action(
			'Hide from some contacts',
			'privacy.updateLastSeen',
			{
				visibility: 'CONTACT_BLACKLIST',
				contactsBlacklist: entries(
					{ phone: PERSON },
					{ action: 'remove', phone: '5511900000002, 5511900000003' },
				),
			},
			SUCCESS,
		),
		action(
			'Set opening hours',
			'business.updateHours',
			{
				options: {
					days: entries(
						{ dayOfWeek: 'MONDAY', openTime: '08:00', closeTime: '12:00' },
						{ dayOfWeek: 'FRIDAY', openTime: '08:00', closeTime: '18:00' },
					),
					mode: 'specificHours',
				},
			},
			SUCCESS,
		),
	],
};

const texts: SampleWorkflow = {
	name: 'Texts with options',
	items: [{ json: {} }],
	actions: [
		action('Write to a number', 'message.sendText', { phone: toPerson, message: 'Bom dia' }),
		action('Write with every option', 'message.sendText', {
			...{ phone: toGroup, message: '**Oi** @5511900000001' },
			options: {
				...{ convertMarkdown: true, delayMessage: 3, delayTyping: 2, mentionAll: true },
				...{ mentioned: '5511900000001, 5511900000002', messageId: 'D241', privateAnswer: true },
				groupMentioned: entries({ phone: GROUP, subject: 'Bloco A' }),
			},
		}),
		action('Add options and leave them as they are', 'message.sendText', {
			...{ phone: locator('id', GROUP), message: 'Oi' },
			options: { delayMessage: 5, mentionAll: true, mentioned: '', messageId: '' },
		}),
		withOptions('message.sendDocument', { editDocumentMessageId: 'D241' }),
		withOptions('message.sendImage', { editImageMessageId: 'D241' }),
		withOptions('message.sendVideo', { editVideoMessageId: 'D241', async: true }),
		withOptions('message.sendLink', { linkType: 'MEDIUM' }),
		withOptions('message.sendAudio', { async: true, delayTyping: 3, waveform: true }),
		withOptions('message.sendPoll', { pollMaxOptions: 1 }),
		withOptions(
			'interactive.sendCopyCode',
			{ buttonText: 'Copiar' },
			{ header: 'image', image: 'https://example.com/photo.png' },
		),
		withOptions('interactive.sendButtons', { convertMarkdown: true, delayMessage: 2 }),
		withOptions('interactive.sendPix', { merchantName: 'Padaria' }),
		withOptions('contact.getPicture', { download: false }),
		withOptions('status.postText', { convertMarkdown: true }),
		withOptions('call.make', { callAudioUrl: 'https://example.com/voice.mp3' }),
		withOptions('catalog.send', {
			...{ catalogDescription: 'Tudo fresco', translation: 'EN' },
			...{ title: 'Padaria', message: 'Veja o catálogo' },
		}),
		variant("With n8n's own options", 'message.sendText', {
			requestOptions: {
				timeout: 10_000,
				proxy: 'http://127.0.0.1:9',
				batching: { batch: { batchSize: 1, batchInterval: 1 } },
			},
		}),
	],
};

const files: SampleWorkflow = {
	name: 'Files of the step before',
	items: [
		{
			json: {},
			binary: {
				data: { data: PIXEL, mimeType: 'image/png', fileName: 'pixel.png', fileExtension: 'png' },
				picture: { data: PIXEL, mimeType: 'image/png' },
				voice: { data: 'T2dnUw==', mimeType: 'audio/ogg', fileName: 'voice.ogg' },
				clip: { data: 'AAAAGGZ0eXBtcDQy', mimeType: 'video/mp4', fileName: 'clip.mp4' },
			},
		},
	],
	actions: [
		action('Send a picture', 'message.sendImage', {
			...{ phone: toPerson, mediaSource: 'file', caption: 'A fachada' },
			options: { largestFileMegabytes: 1, viewOnce: true },
		}),
		action('Send a voice message', 'message.sendAudio', {
			...{ phone: toPerson, mediaSource: 'file', binaryPropertyName: 'voice' },
		}),
		action('Send a document', 'message.sendDocument', {
			...{ phone: toPerson, mediaSource: 'file', fileName: 'fachada' },
		}),
		action('Put a picture above buttons', 'interactive.sendButtons', {
			...{ phone: toPerson, message: 'Gostou?', header: 'image', mediaSource: 'file' },
			buttons: entries({ label: 'Sim' }, { label: 'Não' }),
		}),
		fromFile('interactive.sendButtons', 'clip', { header: 'video' }),
		fromFile('interactive.sendActionButtons', 'picture', { header: 'image' }),
		fromFile('message.sendGif', 'clip'),
		fromFile('message.sendSticker', 'picture'),
		fromFile('message.sendVideo', 'clip'),
		fromFile('message.sendVideoNote', 'clip'),
		fromFile('group.updatePhoto', 'picture'),
		fromFile('community.updatePhoto', 'picture'),
		fromFile('channel.updatePicture', 'picture'),
		fromFile('status.postImage', 'picture'),
		fromFile('status.postVideo', 'clip'),
		fromFile('status.replyWithSticker', 'picture'),
	],
};

const CALL = { type: 'CALL', label: 'Ligar', phone: '551133334444' };
const URL = { type: 'URL', label: 'Abrir o site', url: 'https://example.com' };
const REPLY = { type: 'REPLY', label: 'Responder' };

const lists: SampleWorkflow = {
	name: 'Lists with fields, and as JSON',
	items: [
		{
			json: {
				buttons: [
					{ id: 'a', label: 'Sim' },
					{ id: 'b', label: 'Não' },
				],
				options: JSON.stringify([{ id: '1', title: 'Segunda', description: '9h' }]),
			},
		},
	],
	actions: [
		action('Reply buttons with fields', 'interactive.sendButtons', {
			...{ phone: toPerson, message: 'Vem?' },
			buttons: entries({ label: 'Sim', id: 'yes' }, { label: 'Não' }),
		}),
		action('Reply buttons as JSON', 'interactive.sendButtons', {
			...{ phone: toPerson, message: 'Vem?', define: 'json' },
			entriesJson: '[{"id":"1","label":"Sim"},{"id":"2","label":"Não"}]',
		}),
		action('Reply buttons from an expression', 'interactive.sendButtons', {
			...{ phone: toPerson, message: 'Vem?', define: 'json' },
			entriesJson: '={{ $json.buttons }}',
		}),
		action('Action buttons with fields', 'interactive.sendActionButtons', {
			...{ phone: toPerson, message: 'Fale com a gente' },
			buttonActions: entries(CALL, URL),
			options: { title: 'Horário', footer: 'Das 9h às 18h' },
		}),
		action('An option list with fields', 'interactive.sendOptionList', {
			...{ phone: toPerson, message: 'Quando?', listTitle: 'Dias', buttonLabel: 'Abrir' },
			listOptions: entries({ title: 'Segunda', description: '9h', id: '1' }, { title: 'Terça' }),
		}),
		action('An option list from an expression', 'interactive.sendOptionList', {
			...{ phone: toPerson, message: 'Quando?', listTitle: 'Dias', buttonLabel: 'Abrir' },
			...{ define: 'json', entriesJson: '={{ $json.options }}' },
		}),
		action('A carousel with fields', 'interactive.sendCarousel', {
			...{ phone: toPerson, message: 'Bolos' },
			carousel: entries({
				...{ text: 'Cenoura', image: 'https://example.com/bolo.png' },
				buttons: entries(REPLY, URL),
			}),
		}),
		action('A poll with fields', 'message.sendPoll', {
			...{ phone: toGroup, message: 'Qual dia?' },
			poll: entries({ name: 'Sexta' }, { name: 'Sábado' }),
		}),
		asJson('interactive.sendActionButtons', [CALL]),
		asJson('interactive.sendCarousel', [
			{ text: 'Cenoura', image: 'https://example.com/bolo.png', buttons: [REPLY] },
		]),
		asJson('message.sendContacts', [{ name: 'Maria', phones: [PERSON] }]),
		asJson('message.sendPoll', ['Sexta', 'Sábado']),
		asJson('message.votePoll', ['Sexta']),
		asJson('contact.add', [{ firstName: 'Maria', lastName: 'Oliveira', phone: PERSON }]),
		asJson('order.send', [{ name: 'Caneca', value: 39.9, quantity: 2 }]),
	],
};

const LISTENING: GivenAnswer = {
	status: 200,
	body: { receivedCallbackUrl: 'http://127.0.0.1:1/webhook/a1b2c3d4/webhook' },
};

const PAGES: unknown[] = ['approvalPage', 'freeText'];

function question(name: string, parameters: INodeParameters): SampleAction {
	return {
		...action(name, 'message.sendAndWait', { phone: toPerson, message: 'Podemos?', ...parameters }),
		// Whether anything listens for a press is looked at first, unless the answer comes by a page.
		answers: PAGES.includes(parameters.responseType) ? [QUEUED] : [LISTENING, QUEUED],
	};
}

const questions: SampleWorkflow = {
	name: 'Questions',
	items: [{ json: {} }],
	actions: [
		question('Ask for approval', {}),
		question('Ask certain people for approval', {
			approvalOptions: { values: { approveLabel: 'Sim', disapproveLabel: 'Não' } },
			...{ respondents: 'listed', respondentPhones: PERSON },
			options: {
				limitWaitTime: {
					values: { limitType: 'afterTimeInterval', resumeAmount: 45, resumeUnit: 'minutes' },
				},
			},
		}),
		question('Ask for approval on a page', {
			responseType: 'approvalPage',
			options: { pageTitle: 'Pergunta', thanksText: 'Obrigado!' },
		}),
		question('Ask for a choice', {
			responseType: 'choice',
			choices: entries({ label: 'Manhã' }, { label: 'Tarde' }),
		}),
		question('Ask for a choice from a list', {
			responseType: 'choice',
			choices: entries({ label: 'A' }, { label: 'B' }, { label: 'C' }, { label: 'D' }),
			options: { listTitle: 'Horários', listButtonLabel: 'Abrir' },
		}),
		question('Ask for a text', {
			responseType: 'freeText',
			options: {
				limitWaitTime: {
					values: { limitType: 'atSpecifiedTime', maxDateAndTime: '2999-12-31T12:00:00' },
				},
			},
		}),
	],
};

/** All workflows of the action node that a release is to keep, by their files' names. */
export function sampleWorkflows(): Map<string, SampleWorkflow> {
	return new Map([
		...documented(),
		['chosen-from-lists.json', choices],
		['expressions.json', expressions],
		['files.json', files],
		['lists.json', lists],
		['questions.json', questions],
		['texts.json', texts],
	]);
}

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

function triggersOf(typeVersion: number): SampleTrigger[] {
	const trigger = (name: string, parameters: INodeParameters, before?: Record<string, string>) => ({
		...{ name: `${name} (version ${typeVersion})`, typeVersion, parameters },
		...(before && { before }),
	});
	return [
		trigger('As it is at first', {}),
		trigger('All events', { events: ['all'], alsoSentByMe: true }),
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
 * All triggers that a release is to keep.
 *
 * @param versions of the node
 */
export function sampleTriggers(versions: number[]): SampleTrigger[] {
	return versions.flatMap(triggersOf);
}
