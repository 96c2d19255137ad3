import { describe, expect, it } from '@jest/globals';
import { endpointOf } from '../../tools/contract/endpoints.mts';
import * as client from '../../tools/emulator/client.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { LARGEST_PAGE_SIZE } from '../../tools/emulator/handlers/call.mts';
import { seedState } from '../../tools/emulator/seed.mts';
import type { Group, Participant } from '../../tools/emulator/types.mts';

const { connectedPhone, inviteOnlyPhones, communities } = seedState();
const [condominium] = communities;
const inviteOnly = inviteOnlyPhones[0] as string;
const BARBECUE = '120363500000000051-group';
const FAMILY = '120363500000000052-group';
const OLD = '5511999999999-1623281429';
const RUN = '120363500000000054-group';
const OFFERS = '120363500000000055-group';
const BOOKS = '120363500000000056-group';
const BLOCK = '120363100000000012-group';
const BLOCK_ANNOUNCEMENT = '120363100000000011-group';

let emulator: Emulator;
useEmulator((started) => (emulator = started));

const { ok, refused } = client;
const [done, failed] = [ok({ value: true }), ok({ value: false })];
const unknownGroup = refused(400, 'Group not found');

function answer(path: string, call?: client.Call) {
	return client.answer(emulator, path, call);
}

function post(path: string, body: object) {
	return answer(path, { body });
}

function groupOf(phone: string) {
	return emulator.state.groups.find((group) => group.phone === phone) as Group;
}

function memberOf(phone: string, person: string) {
	return groupOf(phone).participants.find((participant) => participant.phone === person);
}

function peopleIn(phone: string) {
	return groupOf(phone).participants.map((participant) => participant.phone);
}

function shapeOf(id: string) {
	return endpointOf(id).response.shape as object;
}

async function metadata(phone: string) {
	return (await answer(`/group-metadata/${phone}`)).body as Record<string, unknown>;
}

async function listed(query = '?page=1&pageSize=100') {
	return (await answer(`/groups${query}`)).body as Array<Record<string, unknown>>;
}

describe('GET /groups', () => {
	it('lists the groups that the connected number is in, in and outside communities', async () => {
		const phones = (await listed()).map(({ phone }) => phone);
		const inCommunities = communities.flatMap(({ subGroups }) =>
			subGroups.map(({ phone }) => phone),
		);
		expect(phones).toEqual([...inCommunities, BARBECUE, FAMILY, OLD, RUN, OFFERS]);
	});

	it('tells the documented fields, as texts', async () => {
		const [sample] = shapeOf('get-groups') as object[];
		for (const group of await listed()) {
			expect(group).toEqual({
				...sample,
				name: groupOf(group.phone as string).name,
				phone: expect.any(String) as unknown,
				lastMessageTime: expect.stringMatching(/^\d{13}$/) as unknown,
			});
		}
	});

	it('needs page and size, and ends with an empty page', async () => {
		const all = await listed();
		expect(await listed('?page=2&pageSize=20')).toEqual(all.slice(20));
		expect(await listed('?page=3&pageSize=20')).toEqual([]);
		expect(await listed(`?page=1&pageSize=${LARGEST_PAGE_SIZE + 1}`)).toEqual(all);
		const missing = refused(400, 'Query parameter pageSize is missing');
		expect(await answer('/groups?page=1')).toEqual(missing);
	});

	it('follows what the communities say', async () => {
		emulator.state.communities = [];
		emulator.state.groups = [];
		expect(await listed()).toEqual([]);
		const place = { name: 'Novo', phone: '1-group', isGroupAnnouncement: false };
		emulator.state.communities.push({ id: '1', name: '', description: '', subGroups: [place] });
		expect(await listed()).toMatchObject([{ name: 'Novo', phone: '1-group' }]);
		place.name = 'Mais novo';
		expect(await listed()).toMatchObject([{ name: 'Mais novo' }]);
		expect(emulator.state.groups).toHaveLength(1);
	});
});

describe('POST /create-group', () => {
	const create = (body: object) =>
		post('/create-group', {
			autoInvite: false,
			groupName: 'Novo',
			phones: ['5511900000001'],
			...body,
		});

	it('makes a group of which the connected number is owner', async () => {
		const { status, body } = await create({});
		const { phone, invitationLink } = body as Group;
		expect(status).toBe(200);
		expect(body).toEqual({
			phone: expect.stringMatching(/^\d{18}-group$/) as unknown,
			phonesNotAdded: [],
			invitationLink: expect.stringMatching(/^https:\/\/chat\.whatsapp\.com\/\w{22}$/) as unknown,
		});
		const { participants, ...rest } = await metadata(phone);
		expect(rest).toMatchObject({
			subject: 'Novo',
			owner: connectedPhone,
			invitationLink,
			communityId: null,
		});
		expect(participants).toEqual([
			{ phone: connectedPhone, isAdmin: false, isSuperAdmin: true },
			{
				phone: '5511900000001',
				isAdmin: false,
				isSuperAdmin: false,
				short: 'Ana',
				name: 'Ana Souza',
			},
		]);
		expect((await listed()).at(-1)).toMatchObject({ phone, name: 'Novo' });
	});

	it('names those it could not add, and invites only those who can be', async () => {
		const lid = '999999999999999@lid';
		const phones = [lid, inviteOnly, '5511900000002'];
		const { body } = await create({ phones, autoInvite: true });
		expect(body).toMatchObject({ phonesNotAdded: [lid, inviteOnly] });
		const { phone } = body as Group;
		expect(peopleIn(phone)).toEqual([connectedPhone, '5511900000002']);
		expect(emulator.state.invitations).toEqual([{ phone: inviteOnly, groupId: phone }]);
		expect((await create({ phones })).body).toMatchObject({ phonesNotAdded: [lid, inviteOnly] });
		expect(emulator.state.invitations).toHaveLength(1);
	});

	it('refuses the connected number, no people, bad numbers and no name', async () => {
		const own = refused(400, 'phones must not include the connected number');
		expect(await create({ phones: ['5511900000001', connectedPhone] })).toEqual(own);
		expect(await create({ phones: [] })).toEqual(refused(400, 'phones must be at least 1'));
		for (const phone of ['+5511900000001', '11 9', '', 'x@lid', BARBECUE]) {
			expect(await create({ phones: [phone] })).toEqual(refused(400, 'Invalid phone'));
		}
		expect(await create({ groupName: '' })).toEqual(refused(400, 'groupName must not be empty'));
		expect(emulator.state).toEqual(seedState());
	});
});

describe('GET /group-metadata/{phone} and /light-group-metadata/{phone}', () => {
	it('tell the documented fields', async () => {
		for (const { phone } of await listed()) {
			for (const [id, path] of [
				['metadata-group', '/group-metadata/'],
				['light-group-metadata', '/light-group-metadata/'],
			] as const) {
				const { body } = await answer(path + (phone as string));
				expect(Object.keys(body as object)).toEqual(Object.keys(shapeOf(id)));
			}
		}
	});

	it('tell the place in a community', async () => {
		expect(await metadata(BLOCK)).toMatchObject({
			communityId: condominium?.id,
			isGroupAnnouncement: false,
		});
		expect(await metadata(BLOCK_ANNOUNCEMENT)).toMatchObject({
			communityId: condominium?.id,
			isGroupAnnouncement: true,
		});
		expect(await metadata(OLD)).toMatchObject({ communityId: null, isGroupAnnouncement: false });
	});

	it('have the link only for admins, the light one never', async () => {
		const { invitationLink } = groupOf(BLOCK);
		expect(await metadata(BLOCK)).toMatchObject({ invitationLink, invitationLinkError: null });
		const error = { invitationLink: null, invitationLinkError: 'not-authorized' };
		expect(await metadata(OFFERS)).toMatchObject(error);
		const none = { invitationLink: null, invitationLinkError: null };
		for (const phone of [BLOCK, OFFERS]) {
			expect((await answer(`/light-group-metadata/${phone}`)).body).toMatchObject(none);
		}
	});

	it('refuse a group that is unknown or not joined', async () => {
		for (const phone of ['1-group', BOOKS, BLOCK.replace('-group', '')]) {
			expect(await answer(`/group-metadata/${phone}`)).toEqual(unknownGroup);
			expect(await answer(`/light-group-metadata/${phone}`)).toEqual(unknownGroup);
		}
	});
});

describe('what is changed of a group', () => {
	it('is the name, with when and by whom', async () => {
		const start = Date.now();
		expect(await post('/update-group-name', { groupId: OLD, groupName: 'Turma' })).toEqual(done);
		const { subject, subjectTime, subjectOwner } = await metadata(OLD);
		expect([subject, subjectOwner]).toEqual(['Turma', connectedPhone]);
		expect(subjectTime).toBeGreaterThanOrEqual(start);
		const empty = refused(400, 'groupName must not be empty');
		expect(await post('/update-group-name', { groupId: OLD, groupName: '' })).toEqual(empty);
	});

	it('is the name of a community with that of its announcement group', async () => {
		const body = { groupId: BLOCK_ANNOUNCEMENT, groupName: 'Condomínio' };
		expect(await post('/update-group-name', body)).toEqual(done);
		expect(emulator.state.communities[0]).toMatchObject({
			name: 'Condomínio',
			subGroups: expect.arrayContaining([
				expect.objectContaining({ name: 'Condomínio' }),
			]) as unknown,
		});
	});

	it('is the description, also to none', async () => {
		for (const groupDescription of ['Tudo', '']) {
			expect(
				await post('/update-group-description', { groupId: BARBECUE, groupDescription }),
			).toEqual(done);
			expect(await metadata(BARBECUE)).toMatchObject({ description: groupDescription });
		}
	});

	it('is the photo: a URL or a data URI', async () => {
		const update = (groupPhoto: string) =>
			post('/update-group-photo', { groupId: FAMILY, groupPhoto });
		for (const photo of ['https://example.com/a.png', 'data:image/jpeg;base64,AAAA']) {
			expect(await update(photo)).toEqual(done);
			expect(groupOf(FAMILY).photo).toBe(photo);
		}
		const error = refused(400, 'groupPhoto must be a URL or a Base64 data URI');
		for (const photo of ['', 'a.png', 'https://', 'data:image/png,AAAA']) {
			expect(await update(photo)).toEqual(error);
		}
	});

	it('are the settings', async () => {
		const settings = {
			adminOnlyMessage: true,
			adminOnlySettings: true,
			requireAdminApproval: true,
		};
		const body = { phone: FAMILY, ...settings, adminOnlyAddMember: true };
		expect(await post('/update-group-settings', body)).toEqual(done);
		expect(await metadata(FAMILY)).toMatchObject(settings);
		expect(groupOf(FAMILY).adminOnlyAddMember).toBe(true);
	});
});

describe('members', () => {
	const add = (phones: string[], more: object = {}) =>
		post('/add-participant', { autoInvite: false, groupId: BLOCK, phones, ...more });
	const remove = (phones: string[], groupId = BLOCK) =>
		post('/remove-participant', { groupId, phones });

	it('are added and removed, in the announcement group of the community too', async () => {
		const person = '5511900000040';
		expect(await add([person, person])).toEqual(done);
		expect(peopleIn(BLOCK).filter((phone) => phone === person)).toHaveLength(1);
		expect(peopleIn(BLOCK_ANNOUNCEMENT)).toContain(person);
		expect(await add([person])).toEqual(done);
		expect(await remove([person])).toEqual(done);
		expect([...peopleIn(BLOCK), ...peopleIn(BLOCK_ANNOUNCEMENT)]).not.toContain(person);
		expect(await remove([person])).toEqual(failed);
	});

	it('stay in the announcement group while they are in another group', async () => {
		const person = '5511900000040';
		await add([person]);
		await add([person], { groupId: '120363100000000013-group' });
		expect(await remove([person])).toEqual(done);
		expect(peopleIn(BLOCK_ANNOUNCEMENT)).toContain(person);
	});

	it('leave the whole community when removed from its announcement group', async () => {
		const [, person] = peopleIn(BLOCK) as [string, string];
		expect(await remove([person], BLOCK_ANNOUNCEMENT)).toEqual(done);
		expect(peopleIn(BLOCK)).not.toContain(person);
	});

	it('are added as far as possible', async () => {
		expect(await add([inviteOnly, '999999999999999@lid', '5511900000040'])).toEqual(failed);
		expect(peopleIn(BLOCK).at(-1)).toBe('5511900000040');
		expect(peopleIn(BLOCK)).not.toContain(inviteOnly);
		expect(emulator.state.invitations).toEqual([]);
	});

	it('are invited where they can not be added', async () => {
		expect(await add([inviteOnly], { autoInvite: true })).toEqual(done);
		expect(emulator.state.invitations).toEqual([{ phone: inviteOnly, groupId: BLOCK }]);
		expect(peopleIn(BLOCK)).not.toContain(inviteOnly);
	});

	it('are removed by the id that stands for their number', async () => {
		const lid = peopleIn(BARBECUE).at(-1) as string;
		expect(lid).toMatch(/@lid$/);
		expect(await remove([lid], BARBECUE)).toEqual(done);
		expect(peopleIn(BARBECUE)).not.toContain(lid);
	});

	it('can not be removed if they made the group or are the connected number', async () => {
		expect(await remove([connectedPhone])).toEqual(failed);
		expect(await remove(['5511999999999', connectedPhone], OLD)).toEqual(failed);
		expect(emulator.state).toEqual(seedState());
	});

	it('need numbers', async () => {
		expect(await remove([])).toEqual(refused(400, 'phones must not be empty'));
		expect(await add(['(11) 90000-0001'])).toEqual(refused(400, 'Invalid phone'));
	});
});

describe('admins', () => {
	const admins = (verb: 'add' | 'remove', ...phones: string[]) =>
		post(`/${verb}-admin`, { groupId: BARBECUE, phones });
	const [one, two] = peopleOf(seedState().groups, BARBECUE).slice(1) as [string, string];

	function peopleOf(groups: Group[], phone: string) {
		const group = groups.find((candidate) => candidate.phone === phone);
		return (group?.participants ?? []).map((participant: Participant) => participant.phone);
	}

	it('are made and unmade, and stay members', async () => {
		expect(await admins('add', one, two)).toEqual(done);
		expect([one, two].map((phone) => memberOf(BARBECUE, phone)?.isAdmin)).toEqual([true, true]);
		expect(await admins('add', one)).toEqual(done);
		expect(await admins('remove', one)).toEqual(done);
		expect([one, two].map((phone) => memberOf(BARBECUE, phone)?.isAdmin)).toEqual([false, true]);
	});

	it('must be members', async () => {
		for (const verb of ['add', 'remove'] as const) {
			expect(await admins(verb, '5511900000077')).toEqual(failed);
		}
	});

	it('always include whoever made the group', async () => {
		expect(await admins('add', connectedPhone)).toEqual(done);
		expect(await admins('remove', connectedPhone)).toEqual(failed);
		expect(emulator.state).toEqual(seedState());
	});
});

describe('requests to join', () => {
	const decide = (verb: 'approve' | 'reject', ...phones: string[]) =>
		post(`/${verb}-participant`, { groupId: RUN, phones });
	const [one, two, three] = seedState().groups.find(({ phone }) => phone === RUN)
		?.pendingRequests as [string, string, string];

	it('are approved', async () => {
		expect(await decide('approve', one, two)).toEqual(done);
		expect(peopleIn(RUN)).toEqual(expect.arrayContaining([one, two]));
		expect(groupOf(RUN).pendingRequests).toEqual([three]);
		expect(await decide('approve', one)).toEqual(failed);
	});

	it('are rejected', async () => {
		expect(await decide('reject', one, two)).toEqual(done);
		expect(peopleIn(RUN)).not.toContain(one);
		expect(groupOf(RUN).pendingRequests).toEqual([three]);
		expect(await decide('approve', one)).toEqual(failed);
		expect(await decide('reject', one, three)).toEqual(failed);
		expect(groupOf(RUN).pendingRequests).toEqual([]);
	});

	it('are settled when someone is added', async () => {
		await post('/add-participant', { autoInvite: false, groupId: RUN, phones: [one] });
		expect(groupOf(RUN).pendingRequests).toEqual([two, three]);
	});
});

describe('POST /leave-group', () => {
	const leave = (groupId: string) => post('/leave-group', { groupId });

	it('makes the group an unknown one', async () => {
		expect(await leave(OFFERS)).toEqual(done);
		expect((await listed()).map(({ phone }) => phone)).not.toContain(OFFERS);
		expect(await answer(`/group-metadata/${OFFERS}`)).toEqual(unknownGroup);
		expect(await leave(OFFERS)).toEqual(unknownGroup);
	});

	it('leaves an admin behind', async () => {
		const [, eldest] = peopleIn(BARBECUE) as [string, string];
		expect(await leave(BARBECUE)).toEqual(done);
		expect(memberOf(BARBECUE, eldest)?.isAdmin).toBe(true);
		expect(await leave(FAMILY)).toEqual(done);
		expect(groupOf(FAMILY).participants.filter(({ isAdmin }) => isAdmin)).toHaveLength(1);
	});

	it('leaves a group in its community, but no announcement group', async () => {
		expect(await leave(BLOCK)).toEqual(done);
		expect(emulator.state.communities).toEqual(communities);
		expect(peopleIn(BLOCK_ANNOUNCEMENT)).toContain(connectedPhone);
		expect(await leave(BLOCK_ANNOUNCEMENT)).toEqual(failed);
	});
});

describe('invitation links', () => {
	const accept = (url: string) => answer(`/accept-invite-group?url=${encodeURIComponent(url)}`);
	const look = (url: string) => answer(`/group-invitation-metadata?url=${encodeURIComponent(url)}`);
	const redefine = (id: string) =>
		answer(`/redefine-invitation-link/${id}`, { method: 'POST', text: '{}' });

	it('are told and made new, the old one being void then', async () => {
		for (const phone of [BLOCK, OLD]) {
			const { invitationLink: old } = groupOf(phone);
			const path = `/group-invitation-link/${phone}`;
			expect(await answer(path)).toEqual(ok({ phone, invitationLink: old }));
			const { invitationLink } = (await redefine(phone)).body as Group;
			expect(invitationLink).not.toBe(old);
			expect(await answer(path)).toEqual(ok({ phone, invitationLink }));
			expect(await metadata(phone)).toMatchObject({ invitationLink });
			expect(await look(old)).toEqual(refused(400, 'Invitation not found'));
			expect((await redefine(phone)).body).not.toEqual({ invitationLink });
		}
	});

	it('tell the group behind them, joined or not', async () => {
		const { body } = await look(groupOf(BOOKS).invitationLink);
		const { owner, creation, invitationLink } = groupOf(BOOKS);
		expect(Object.keys(body as object)).toEqual(Object.keys(shapeOf('group-invitation-metadata')));
		expect(body).toMatchObject({
			...{ phone: BOOKS, owner, subject: 'Clube do livro', creation, invitationLink },
			...{ contactsCount: 3, participantsCount: 3 },
		});
		expect((body as Group).participants[0]).toEqual({
			phone: owner,
			isAdmin: false,
			isSuperAdmin: true,
		});
		expect((await look(groupOf(BLOCK).invitationLink)).body).toMatchObject({ phone: BLOCK });
	});

	it('let one join, and join again', async () => {
		const { invitationLink } = groupOf(BOOKS);
		for (let times = 0; times < 2; times += 1) {
			expect(await accept(invitationLink)).toEqual(ok({ success: true }));
			expect((await listed()).at(-1)).toMatchObject({ phone: BOOKS });
			expect(await accept(invitationLink)).toEqual(ok({ success: true }));
			expect(await metadata(BOOKS)).toMatchObject({ invitationLinkError: 'not-authorized' });
			expect(await post('/leave-group', { groupId: BOOKS })).toEqual(done);
		}
	});

	it('ask for approval where it is required', async () => {
		groupOf(BOOKS).requireAdminApproval = true;
		for (let times = 0; times < 2; times += 1) {
			expect(await accept(groupOf(BOOKS).invitationLink)).toEqual(ok({ success: true }));
		}
		expect(groupOf(BOOKS).pendingRequests).toEqual([connectedPhone]);
		expect(await answer(`/group-metadata/${BOOKS}`)).toEqual(unknownGroup);
	});

	it('fail if nobody has them', async () => {
		expect(await accept('https://chat.whatsapp.com/x')).toEqual(ok({ success: false }));
		expect(await look('https://chat.whatsapp.com/x')).toEqual(refused(400, 'Invitation not found'));
		expect(await redefine('1-group')).toEqual(unknownGroup);
		expect(await answer('/group-invitation-link/1')).toEqual(unknownGroup);
	});
});

describe('a group that the connected number is no admin of', () => {
	const phones = ['5511900000007'];
	const settings = { adminOnlyMessage: false, adminOnlySettings: false };
	const approval = { requireAdminApproval: false, adminOnlyAddMember: false };

	it.each([
		['/update-group-name', { groupName: 'Meu' }],
		['/update-group-photo', { groupPhoto: 'https://example.com/a.png' }],
		['/update-group-description', { groupDescription: 'Minha' }],
		['/update-group-settings', { groupId: undefined, phone: OFFERS, ...settings, ...approval }],
		['/add-participant', { phones, autoInvite: true }],
		['/remove-participant', { phones }],
		['/approve-participant', { phones }],
		['/reject-participant', { phones }],
		['/add-admin', { phones }],
		['/remove-admin', { phones }],
		[`/redefine-invitation-link/${OFFERS}`, { groupId: undefined }],
	])('%s answers value: false, and changes nothing', async (path, body) => {
		expect(await post(path, { groupId: OFFERS, ...body })).toEqual(failed);
		expect(emulator.state).toEqual(seedState());
	});

	it('keeps its link to itself', async () => {
		expect(await answer(`/group-invitation-link/${OFFERS}`)).toEqual(
			ok({ phone: OFFERS, invitationLink: null, invitationLinkError: 'not-authorized' }),
		);
	});

	it('can be renamed and added to where its settings allow it', async () => {
		Object.assign(groupOf(OFFERS), { adminOnlySettings: false, adminOnlyAddMember: false });
		expect(await post('/update-group-name', { groupId: OFFERS, groupName: 'Meu' })).toEqual(done);
		const add = { autoInvite: false, groupId: OFFERS, phones: ['5511900000040'] };
		expect(await post('/add-participant', add)).toEqual(done);
		expect(await post('/remove-participant', { groupId: OFFERS, phones })).toEqual(failed);
	});
});

describe('POST /send-text with mentions', () => {
	const text = { phone: BLOCK, message: 'Olá @all' };
	const send = (body: object) => post('/send-text', { ...text, ...body });

	it.each([
		[{ mentioned: ['5511900000001'] }],
		[{ mentioned: ['5511900000001'], delayMessage: 3 }],
		[{ groupMentioned: [{ phone: BLOCK, subject: 'Bloco A' }] }],
		[{ groupMentioned: [{ phone: BLOCK, subject: 'Bloco A' }], mentioned: ['5511900000001'] }],
		[{ mentionAll: true }],
	])('accepts %j, and remembers it', async (mentions) => {
		const start = Date.now();
		const { status, body } = await send(mentions);
		const { zaapId, messageId } = body as { zaapId: string; messageId: string };
		expect({ status, body }).toEqual(ok({ zaapId, messageId, id: messageId }));
		expect([zaapId, messageId]).toEqual([
			expect.stringMatching(/^[0-9A-F]{32}$/),
			expect.stringMatching(/^[0-9A-F]{20}$/),
		]);
		expect(emulator.state.messages).toMatchObject([
			{ zaapId, messageId, fields: { ...text, ...mentions } },
		]);
		expect(groupOf(BLOCK).lastMessageTime).toBeGreaterThanOrEqual(start);
	});

	it('gives each its own ids, in groups and elsewhere', async () => {
		const phones = [BLOCK, OLD, '1-group', '5511900000001'];
		for (const phone of phones) expect((await send({ phone, mentioned: [] })).status).toBe(200);
		expect(new Set(emulator.state.messages.map(({ messageId }) => messageId)).size).toBe(
			phones.length,
		);
	});

	it('mentions all only in groups', async () => {
		const error = refused(400, 'mentionAll can only be used in groups');
		for (const phone of ['5511900000001', '120363019502650977@newsletter']) {
			expect(await send({ phone, mentionAll: true })).toEqual(error);
		}
		expect(emulator.state.messages).toEqual([]);
		expect((await send({ phone: OLD, mentionAll: true })).status).toBe(200);
		expect((await send({ phone: '5511900000001', mentionAll: false })).status).toBe(200);
	});

	it('refuses what does not go together', async () => {
		const both = { mentionAll: true, mentioned: ['5511900000001'] };
		expect(await send(both)).toEqual(refused(400, 'mentionAll is unknown'));
		const items = { groupMentioned: [{ phone: BLOCK }] };
		expect(await send(items)).toEqual(refused(400, 'groupMentioned.subject is missing'));
		const late = { mentionAll: true, delayMessage: 16 };
		expect(await send(late)).toEqual(refused(400, 'delayMessage must be at most 15'));
	});
});
