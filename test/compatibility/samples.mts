import type { INodeExecutionData, INodeTypeDescription } from 'n8n-workflow';
import { resources } from '../../nodes/ZApi/resources/index.ts';
import type { ContractRow } from '../../tools/contract/derive.mts';
import { rows, samples } from '../contract/rows.mts';
import { derivedFrom } from './derivedSamples.mts';
import {
	action,
	answersOf,
	CHANNEL,
	COMMUNITY,
	DONE,
	entries,
	GROUP,
	locator,
	PERSON,
	SUCCESS,
	type SampleWorkflow,
} from './sampleActions.mts';
import { conversations } from './sampleConversations.mts';
import { questions } from './sampleQuestions.mts';

/** The least that is a picture. */
const PIXEL =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The step before gives a file of each kind. */
const FILES: INodeExecutionData[] = [
	{
		json: {},
		binary: {
			data: { data: PIXEL, mimeType: 'image/png', fileName: 'pixel.png', fileExtension: 'png' },
			voice: { data: 'T2dnUw==', mimeType: 'audio/ogg', fileName: 'voice.ogg' },
			clip: { data: 'AAAAGGZ0eXBtcDQy', mimeType: 'video/mp4', fileName: 'clip.mp4' },
		},
	},
];

const toPerson = locator('phone', '+55 (11) 90000-0001');
const toGroup = locator('list', GROUP, 'Moradores');

/** Each operation with what is documented as its sample, and what follows from that, a workflow for each resource. */
function everyOperation(description: INodeTypeDescription): Array<[string, SampleWorkflow]> {
	const nameOf = ({ title, endpoint }: ContractRow) => {
		const isOne = samples.filter((row) => row.title === title).length === 1;
		return isOne ? title : `${title} (${endpoint.id})`;
	};
	return resources.map(({ value: resource, name }) => {
		const isOwn = (row: ContractRow) => row.resource === resource;
		const documented = samples.filter(isOwn).map((row) => ({
			name: nameOf(row),
			parameters: { resource, operation: row.operation, ...row.parameters },
			answers: answersOf(row),
		}));
		const derived = rows.filter(isOwn).flatMap((row) => derivedFrom(description, row));
		const workflow = { name: `${name}: every operation`, items: FILES };
		const own = resource === 'conversation' ? conversations : [];
		return [`${resource}.json`, { ...workflow, actions: [...documented, ...derived, ...own] }];
	});
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

const lists: SampleWorkflow = {
	name: 'Lists from the step before',
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
		action('Reply buttons from an expression', 'interactive.sendButtons', {
			...{ phone: toPerson, message: 'Vem?', define: 'json' },
			entriesJson: '={{ $json.buttons }}',
		}),
		action('An option list from an expression', 'interactive.sendOptionList', {
			...{ phone: toPerson, message: 'Quando?', listTitle: 'Dias', buttonLabel: 'Abrir' },
			...{ define: 'json', entriesJson: '={{ $json.options }}' },
		}),
	],
};

const texts: SampleWorkflow = {
	name: 'Texts with options',
	items: [{ json: {} }],
	actions: [
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
		action("With n8n's own options", 'message.sendText', {
			...{ phone: toPerson, message: 'Bom dia' },
			requestOptions: {
				timeout: 10_000,
				proxy: 'http://127.0.0.1:9',
				batching: { batch: { batchSize: 1, batchInterval: 1 } },
			},
		}),
	],
};

/**
 * All workflows of the action node that a release is to keep, by their files' names.
 *
 * @param description of the node, as it is now
 */
export function sampleWorkflows(description: INodeTypeDescription): Map<string, SampleWorkflow> {
	return new Map([
		...everyOperation(description),
		['chosen-from-lists.json', choices],
		['expressions.json', expressions],
		['lists.json', lists],
		['questions.json', questions],
		['texts.json', texts],
	]);
}
