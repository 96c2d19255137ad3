import {
	action,
	asJson,
	CHANNEL,
	COMMUNITY,
	documented,
	DONE,
	entries,
	fromFile,
	GROUP,
	locator,
	PERSON,
	SUCCESS,
	variant,
	withOptions,
	type SampleWorkflow,
} from './sampleActions.mts';
import { questions } from './sampleQuestions.mts';

/** The least that is a picture. */
const PIXEL =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const toPerson = locator('phone', '+55 (11) 90000-0001');
const toGroup = locator('list', GROUP, 'Moradores');

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
