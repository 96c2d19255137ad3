import { describe, expect, it } from '@jest/globals';
import { LARGEST_PAGE_SIZE } from '../../tools/emulator/handlers/call.mts';
import { seedState } from '../../tools/emulator/seed.mts';
import type { Group } from '../../tools/emulator/types.mts';
import {
	connectedPhone,
	communities,
	inviteOnly,
	BARBECUE,
	FAMILY,
	OLD,
	RUN,
	OFFERS,
	BOOKS,
	BLOCK,
	BLOCK_ANNOUNCEMENT,
	emulator,
	ok,
	refused,
	done,
	unknownGroup,
	answer,
	post,
	groupOf,
	peopleIn,
	shapeOf,
	metadata,
	listed,
} from './emulatorGroups.mts';

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

const [condominium] = communities;

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
