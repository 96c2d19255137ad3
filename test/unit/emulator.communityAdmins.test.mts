import { describe, expect, it } from '@jest/globals';
import { seedState } from '../../tools/emulator/seed.mts';
import type { Group } from '../../tools/emulator/types.mts';
import {
	school,
	club,
	type Seed,
	emulator,
	ok,
	refused,
	answer,
	first,
	announcement,
	change,
	groupOf,
	peopleIn,
	resign,
} from './emulatorCommunities.mts';

describe('POST /communities', () => {
	const create = (body: object) => answer('/communities', { body });

	it('makes a community with an announcement group of its name', async () => {
		const { status, body } = await create({ name: 'Clube', description: 'De xadrez' });
		const { id, subGroups } = body as Seed;
		expect(status).toBe(200);
		expect(id).toMatch(/^\d{18}$/);
		expect(subGroups).toEqual([
			{
				name: 'Clube',
				isGroupAnnouncement: true,
				phone: expect.stringMatching(/^\d{18}-group$/) as unknown,
			},
		]);
		expect(await answer(`/communities-metadata/${id}`)).toEqual(
			ok({ name: 'Clube', id, description: 'De xadrez', subGroups }),
		);
		expect(await answer(`/group-metadata/${subGroups[0]?.phone}`)).toMatchObject({
			body: {
				subject: 'Clube',
				communityId: id,
				isGroupAnnouncement: true,
				adminOnlyMessage: true,
			},
		});
	});

	it('needs no description, but a name', async () => {
		const { id } = (await create({ name: 'Clube' })).body as Seed;
		expect(emulator.state.communities.at(-1)).toMatchObject({ id, description: '' });
		expect(await create({ name: ' ' })).toEqual(refused(400, 'name must not be empty'));
	});

	it('makes another id each time', async () => {
		const ids = [await create({ name: 'A' }), await create({ name: 'A' })].flatMap(({ body }) => {
			const { id, subGroups } = body as Seed;
			return [id, subGroups[0]?.phone.replace('-group', '')];
		});
		expect(new Set(ids).size).toBe(4);
	});
});

it('a community lives: made, linked, listed, renamed, unlinked, deactivated', async () => {
	const { id, subGroups } = (await answer('/communities', { body: { name: 'Rua 7' } }))
		.body as Seed;
	const groups: string[] = [];
	for (const groupName of ['Casas', 'Lojas']) {
		const body = { autoInvite: false, groupName, phones: ['5511900000001'] };
		groups.push(((await answer('/create-group', { body })).body as Group).phone);
	}
	const [houses, shops] = groups as [string, string];
	const namesIn = async () => {
		const { body } = await answer(`/communities-metadata/${id}`);
		return (body as Seed).subGroups.map(({ name }) => name);
	};
	const placeOf = async (phone: string) => {
		const { body } = await answer(`/light-group-metadata/${phone}`);
		return [(body as { subject: string }).subject, (body as { communityId: string }).communityId];
	};

	expect(await change('link', id, groups)).toEqual(ok({ success: true }));
	expect(await namesIn()).toEqual(['Rua 7', 'Casas', 'Lojas']);
	const listed = (await answer('/groups?page=1&pageSize=100')).body as Group[];
	expect(listed.map(({ phone }) => phone)).toEqual(
		expect.arrayContaining([...groups, subGroups[0]?.phone]),
	);
	expect(listed.filter(({ phone }) => phone === houses)).toHaveLength(1);

	const rename = { groupId: houses, groupName: 'Moradores' };
	expect(await answer('/update-group-name', { body: rename })).toEqual(ok({ value: true }));
	expect(await namesIn()).toEqual(['Rua 7', 'Moradores', 'Lojas']);
	expect(await placeOf(houses)).toEqual(['Moradores', id]);

	expect(await change('unlink', id, [houses])).toEqual(ok({ success: true }));
	expect(await namesIn()).toEqual(['Rua 7', 'Lojas']);
	expect(await placeOf(houses)).toEqual(['Moradores', null]);

	expect(await answer(`/communities/${id}`, { method: 'DELETE' })).toEqual(ok({ success: true }));
	expect(await answer(`/communities-metadata/${id}`)).toEqual(refused(400, 'Community not found'));
	expect(await placeOf(shops)).toEqual(['Lojas', null]);
	expect(await answer(`/group-metadata/${subGroups[0]?.phone}`)).toEqual(
		refused(400, 'Group not found'),
	);
	expect(await change('link', club.id, groups)).toEqual(ok({ success: true }));
});

describe('what admins change of a community', () => {
	const communityId = school.id;
	const { connectedPhone } = seedState();
	const member = '5511900000001';
	const place = announcement(school);
	const write = (path: string, body: object) => answer(path, { body: { communityId, ...body } });
	const rankOf = (phone: string) =>
		groupOf(place).participants.find((participant) => participant.phone === phone)?.isAdmin;

	it('is the description', async () => {
		const changes = { communityDescription: 'Tudo em um só lugar' };
		expect(await write('/update-community-description', changes)).toEqual(ok({ value: true }));
		const { body } = await answer(`/communities-metadata/${communityId}`);
		expect(body).toEqual({ ...school, description: 'Tudo em um só lugar' });
	});

	it('is the photo: a URL or a data URI', async () => {
		for (const communityPhoto of ['https://example.com/a.png', 'data:image/png;base64,AAAA']) {
			expect(await write('/update-community-photo', { communityPhoto })).toEqual(
				ok({ value: true }),
			);
			expect(emulator.state.communities[1]?.photo).toBe(communityPhoto);
		}
		const error = 'communityPhoto must be a URL or a Base64 data URI';
		for (const communityPhoto of ['', 'photo.png', 'data:text/plain;base64,AAAA', 'AAAA']) {
			expect(await write('/update-community-photo', { communityPhoto })).toEqual(
				refused(400, error),
			);
		}
	});

	it('is who may add groups', async () => {
		for (const whoCanAddNewGroups of ['all', 'admins']) {
			expect(await write('/communities/settings', { whoCanAddNewGroups })).toEqual(
				ok({ success: true }),
			);
			expect(emulator.state.communities[1]).toMatchObject({ whoCanAddNewGroups });
		}
	});

	it('is the members', async () => {
		const phones = ['5511900000030'];
		const add = { autoInvite: false, phones };
		expect(await write('/add-participant', add)).toEqual(ok({ value: true }));
		expect(peopleIn(place)).toContain(phones[0]);
		expect(await write('/remove-participant', { phones })).toEqual(ok({ value: true }));
		expect(peopleIn(place)).not.toContain(phones[0]);
		expect(await write('/remove-participant', { phones })).toEqual(ok({ value: false }));
	});

	it('removes a member from the groups as well', async () => {
		const group = first(school);
		const [, phone] = peopleIn(group) as [string, string];
		expect(await write('/remove-participant', { phones: [phone] })).toEqual(ok({ value: true }));
		expect([...peopleIn(place), ...peopleIn(group)]).not.toContain(phone);
	});

	it('invites who can not be added', async () => {
		const [phone] = emulator.state.inviteOnlyPhones as [string];
		const add = (autoInvite: boolean) => write('/add-participant', { autoInvite, phones: [phone] });
		expect(await add(false)).toEqual(ok({ value: false }));
		expect(emulator.state.invitations).toEqual([]);
		expect(await add(true)).toEqual(ok({ value: true }));
		expect(emulator.state.invitations).toEqual([{ phone, groupId: place }]);
		expect(peopleIn(place)).not.toContain(phone);
	});

	it('is the admins, who stay members', async () => {
		expect(await write('/add-admin', { phones: [member] })).toEqual(ok({ value: true }));
		expect(rankOf(member)).toBe(true);
		expect(await write('/remove-admin', { phones: [member] })).toEqual(ok({ value: true }));
		expect(rankOf(member)).toBe(false);
		expect(await write('/add-admin', { phones: ['5511900000077'] })).toEqual(ok({ value: false }));
		expect(await write('/remove-admin', { phones: [connectedPhone] })).toEqual(
			ok({ value: false }),
		);
	});

	it('is the invitation link', async () => {
		const path = `/redefine-invitation-link/${communityId}`;
		const { body } = await answer(path, { method: 'POST', text: '{}' });
		const { invitationLink } = body as Group;
		expect(body).toEqual({
			invitationLink: expect.stringMatching(/^https:\/\/chat\.whatsapp\.com\/\w{22}$/) as unknown,
		});
		expect(await answer(`/group-invitation-link/${place}`)).toEqual(
			ok({ phone: place, invitationLink }),
		);
	});

	it('others can not change, nor deactivate it', async () => {
		resign(place);
		const before = structuredClone(emulator.state);
		const [success, value] = [ok({ success: false }), ok({ value: false })];
		const phones = [member];
		expect(await write('/update-community-description', { communityDescription: '' })).toEqual(
			value,
		);
		const communityPhoto = 'https://example.com/a.png';
		expect(await write('/update-community-photo', { communityPhoto })).toEqual(value);
		expect(await write('/communities/settings', { whoCanAddNewGroups: 'all' })).toEqual(success);
		expect(await write('/add-participant', { autoInvite: true, phones })).toEqual(value);
		for (const path of ['/remove-participant', '/add-admin', '/remove-admin']) {
			expect(await write(path, { phones })).toEqual(value);
		}
		const link = `/redefine-invitation-link/${communityId}`;
		expect(await answer(link, { method: 'POST', text: '{}' })).toEqual(value);
		expect(await change('unlink', communityId, [first(school)])).toEqual(success);
		expect(await answer(`/communities/${communityId}`, { method: 'DELETE' })).toEqual(success);
		expect(emulator.state).toEqual(before);
	});

	it('needs a known community', async () => {
		const unknown = refused(400, 'Community not found');
		const phones = [member];
		expect(await answer('/communities/1', { method: 'DELETE' })).toEqual(unknown);
		expect(await write('/remove-admin', { communityId: '1', phones })).toEqual(unknown);
		const settings = { communityId: '1', whoCanAddNewGroups: 'all' };
		expect(await write('/communities/settings', settings)).toEqual(unknown);
		const description = { communityId: '1', communityDescription: '' };
		expect(await write('/update-community-description', description)).toEqual(unknown);
	});
});
