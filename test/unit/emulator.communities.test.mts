import { describe, expect, it } from '@jest/globals';
import * as client from '../../tools/emulator/client.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { makeGroup } from '../../tools/emulator/groups.mts';
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE_SIZE } from '../../tools/emulator/handlers/call.mts';
import { MOST_GROUPS } from '../../tools/emulator/handlers/communities.mts';
import { seedState } from '../../tools/emulator/seed.mts';
import type { Group } from '../../tools/emulator/types.mts';

const [condominium, school, church, club] = seedState().communities as [Seed, Seed, Seed, Seed];
type Seed = ReturnType<typeof seedState>['communities'][number];

let emulator: Emulator;
useEmulator((started) => (emulator = started));

const { ok, refused } = client;

function answer(path: string, call?: client.Call) {
	return client.answer(emulator, path, call);
}

function phonesOf(community: Seed) {
	return community.subGroups
		.filter(({ isGroupAnnouncement }) => !isGroupAnnouncement)
		.map(({ phone }) => phone);
}

function first(community: Seed) {
	return phonesOf(community)[0] as string;
}

function announcement(community: Seed) {
	return community.subGroups.find((group) => group.isGroupAnnouncement)?.phone as string;
}

function change(verb: 'link' | 'unlink', communityId: unknown, groupsPhones: unknown) {
	return answer(`/communities/${verb}`, { body: { communityId, groupsPhones } });
}

function groupOf(phone: string) {
	return emulator.state.groups.find((group) => group.phone === phone) as Group;
}

function peopleIn(phone: string) {
	return groupOf(phone).participants.map((participant) => participant.phone);
}

/** The phones of groups that belong to no community. */
function loosePhones({ communities, groups } = emulator.state) {
	const places = communities.flatMap(({ subGroups }) => subGroups);
	const isLoose = ({ phone }: Group) => !places.some((place) => place.phone === phone);
	return groups.filter(isLoose).map(({ phone }) => phone);
}

describe('GET /communities', () => {
	const all = seedState().communities.map(({ name, id }) => ({ name, id }));
	const grow = (count: number) => {
		emulator.state.communities = Array.from({ length: count }, (_, index) => ({
			...{ id: String(index + 1), name: `Comunidade ${index + 1}`, description: '', subGroups: [] },
		}));
	};
	const idsOf = async (query: string) =>
		((await answer(`/communities${query}`)).body as Array<{ id: string }>).map(({ id }) => id);

	it('lists name and id, in a bare array', async () => {
		expect(await answer('/communities')).toEqual(ok(all));
	});

	it('pages from 1 and ends with an empty page', async () => {
		expect(await answer('/communities?page=1&pageSize=3')).toEqual(ok(all.slice(0, 3)));
		expect(await answer('/communities?page=2&pageSize=3')).toEqual(ok(all.slice(3)));
		expect(await answer('/communities?page=3&pageSize=3')).toEqual(ok([]));
	});

	it('has a default and a largest page size', async () => {
		grow(LARGEST_PAGE_SIZE + 5);
		expect(await idsOf('')).toHaveLength(DEFAULT_PAGE_SIZE);
		expect((await idsOf('?page=2'))[0]).toBe(String(DEFAULT_PAGE_SIZE + 1));
		expect(await idsOf(`?pageSize=${LARGEST_PAGE_SIZE + 1}`)).toHaveLength(LARGEST_PAGE_SIZE);
		expect(await idsOf(`?pageSize=${LARGEST_PAGE_SIZE * 2}&page=2`)).toHaveLength(5);
	});

	it('refuses pages and sizes below 1', async () => {
		expect(await answer('/communities?page=0')).toEqual(refused(400, 'page must be at least 1'));
		const tooSmall = refused(400, 'pageSize must be at least 1');
		expect(await answer('/communities?pageSize=0')).toEqual(tooSmall);
		expect(await answer('/communities?pageSize=-5')).toEqual(tooSmall);
	});
});

describe('GET /communities-metadata/{communityId}', () => {
	it('tells a community with its groups', async () => {
		for (const community of seedState().communities) {
			expect(await answer(`/communities-metadata/${community.id}`)).toEqual(ok(community));
		}
	});

	it('refuses an unknown community', async () => {
		const unknown = refused(400, 'Community not found');
		expect(await answer('/communities-metadata/1')).toEqual(unknown);
		expect(await answer(`/communities-metadata/${announcement(school)}`)).toEqual(unknown);
	});
});

describe('POST /communities/unlink', () => {
	const [success, failure] = [ok({ success: true }), ok({ success: false })];

	it('removes groups from the community, which then belong to none', async () => {
		const [one, two, ...rest] = phonesOf(school);
		expect(await change('unlink', school.id, [two, one])).toEqual(success);
		const { body } = await answer(`/communities-metadata/${school.id}`);
		expect((body as Seed).subGroups.map(({ phone }) => phone)).toEqual([
			announcement(school),
			...rest,
		]);
		expect(loosePhones()).toEqual(expect.arrayContaining([one, two]));
		expect(emulator.state.communities.filter(({ id }) => id !== school.id)).toEqual(
			seedState().communities.filter(({ id }) => id !== school.id),
		);
	});

	it('cannot unlink twice', async () => {
		expect(await change('unlink', school.id, [first(school)])).toEqual(success);
		expect(await change('unlink', school.id, [first(school)])).toEqual(failure);
	});

	it('counts a group that is listed twice once', async () => {
		const [one] = phonesOf(church);
		expect(await change('unlink', church.id, [one, one])).toEqual(success);
		expect(emulator.state.communities[2]?.subGroups).toHaveLength(2);
	});

	it.each([
		['the announcement group', condominium.id, [announcement(condominium)]],
		['a group of another community', condominium.id, [first(school)]],
		['a group of no community', condominium.id, [loosePhones(seedState())[0]]],
		['an unknown group', condominium.id, ['120363999999999999-group']],
		['a group without its suffix', condominium.id, [first(condominium).replace('-group', '')]],
		['one good and one bad group', condominium.id, [first(condominium), first(school)]],
		['the only group', club.id, phonesOf(club)],
		['all groups', condominium.id, phonesOf(condominium)],
		[
			'all groups and the announcement group',
			church.id,
			[...phonesOf(church), announcement(church)],
		],
	])('answers success: false for %s, and changes nothing', async (_, communityId, phones) => {
		expect(await change('unlink', communityId, phones)).toEqual(failure);
		expect(emulator.state).toEqual(seedState());
	});

	it('keeps the last group also when they go one by one', async () => {
		const [one, two] = phonesOf(church);
		expect(await change('unlink', church.id, [one])).toEqual(success);
		expect(await change('unlink', church.id, [two])).toEqual(failure);
	});

	it('keeps the last group also when they go at the same time', async () => {
		const answers = await Promise.all(
			phonesOf(school).map((phone) => change('unlink', school.id, [phone])),
		);
		expect(answers.filter(({ body }) => !(body as { success: boolean }).success)).toEqual([
			failure,
		]);
		expect(emulator.state.communities[1]?.subGroups).toHaveLength(2);
	});

	it('refuses an unknown community and an empty list', async () => {
		const unknown = refused(400, 'Community not found');
		expect(await change('unlink', '1', [first(condominium)])).toEqual(unknown);
		const empty = refused(400, 'groupsPhones must not be empty');
		expect(await change('unlink', condominium.id, [])).toEqual(empty);
		expect(emulator.state).toEqual(seedState());
	});
});

describe('POST /communities/link', () => {
	const [success, failure] = [ok({ success: true }), ok({ success: false })];
	const loose = loosePhones(seedState()).slice(0, 2) as [string, string];
	const added = loose.map((phone) => ({
		...{ phone, name: seedState().groups.find((group) => group.phone === phone)?.name },
		isGroupAnnouncement: false,
	}));

	it('adds groups that belong to no community', async () => {
		expect(await change('link', club.id, loose)).toEqual(success);
		const { body } = await answer(`/communities-metadata/${club.id}`);
		expect(body).toEqual({ ...club, subGroups: [...club.subGroups, ...added] });
		expect(loosePhones()).not.toEqual(expect.arrayContaining([loose[0]]));
	});

	it('moves a group from one community to another, over unlink', async () => {
		const phone = first(school);
		expect(await change('link', club.id, [phone])).toEqual(failure);
		expect(await change('unlink', school.id, [phone])).toEqual(success);
		expect(await change('link', club.id, [phone, phone])).toEqual(success);
		expect(emulator.state.communities[3]?.subGroups.map((group) => group.phone)).toEqual([
			...club.subGroups.map((group) => group.phone),
			phone,
		]);
		expect(await change('unlink', club.id, [first(club)])).toEqual(success);
	});

	it('links the free groups, but not those of another community, and says that not all went well', async () => {
		expect(await change('link', club.id, [first(school), loose[0]])).toEqual(failure);
		const { communities } = seedState();
		communities[3]?.subGroups.push(added[0] as Seed['subGroups'][number]);
		expect(emulator.state.communities).toEqual(communities);
	});

	it('leaves groups alone that are linked already, and refuses unknown ones', async () => {
		expect(await change('link', club.id, phonesOf(club))).toEqual(success);
		const unknown = '120363999999999999-group';
		expect(await change('link', club.id, [unknown, first(club)])).toEqual(failure);
		expect(emulator.state).toEqual(seedState());
	});

	it('fills a community up to the documented number of groups', async () => {
		const phones = Array.from({ length: MOST_GROUPS }, (_, index) => `${index}-group`);
		emulator.state.groups.push(
			...phones.map((phone) => makeGroup(emulator.state, { phone, name: phone })),
		);
		expect(await change('link', club.id, phones)).toEqual(failure);
		expect(emulator.state.communities[3]?.subGroups).toHaveLength(1 + MOST_GROUPS);
		expect(loosePhones()).toContain(phones.at(-1));
	});

	it('refuses an unknown community and an empty list', async () => {
		expect(await change('link', '1', loose)).toEqual(refused(400, 'Community not found'));
		const empty = refused(400, 'groupsPhones must not be empty');
		expect(await change('link', club.id, [])).toEqual(empty);
	});
});

describe('linking and the announcement group', () => {
	const [loose] = loosePhones(seedState()) as [string];

	it('takes the members of a linked group into the announcement group', async () => {
		const before = peopleIn(announcement(club));
		await change('link', club.id, [loose]);
		const all = [...new Set([...before, ...peopleIn(loose)])];
		expect(peopleIn(announcement(club)).sort()).toEqual(all.sort());
	});

	it('lets them out again when it is unlinked, but for those in another group and its admins', async () => {
		const before = peopleIn(announcement(club));
		await change('link', club.id, [loose]);
		expect(peopleIn(announcement(club))).not.toEqual(before);
		expect(await change('unlink', club.id, [loose])).toEqual(ok({ success: true }));
		expect(peopleIn(announcement(club))).toEqual(before);
		expect(peopleIn(loose).length).toBeGreaterThan(1);
	});

	it('is for admins: of the group, and of the community unless all may', async () => {
		const notAdmin = '120363500000000055-group';
		expect(await change('link', club.id, [notAdmin])).toEqual(ok({ success: false }));
		resign(announcement(club));
		expect(await change('link', club.id, [loose])).toEqual(ok({ success: false }));
		Object.assign(emulator.state.communities[3] as Seed, { whoCanAddNewGroups: 'all' });
		expect(await change('link', club.id, [loose])).toEqual(ok({ success: true }));
		expect(await change('unlink', club.id, [loose])).toEqual(ok({ success: false }));
	});

	it('knows the groups of a community that was put in its place', async () => {
		const subGroups = ['1-group', '2-group', '3-group'].map((phone) => ({
			...{ phone, name: `Grupo ${phone}`, isGroupAnnouncement: false },
		}));
		emulator.state.communities = [{ id: '7', name: 'Nova', description: '', subGroups }];
		expect(await answer('/group-metadata/3-group')).toMatchObject({
			body: { subject: 'Grupo 3-group', communityId: '7' },
		});
		expect(await change('unlink', '7', ['2-group', '3-group'])).toEqual(ok({ success: true }));
		expect(await answer('/group-metadata/2-group')).toMatchObject({
			body: { subject: 'Grupo 2-group', communityId: null },
		});
	});
});

/** Makes the connected number an ordinary member. */
function resign(phone: string) {
	const group = groupOf(phone);
	group.participants = group.participants.map((participant) => ({
		...participant,
		isSuperAdmin:
			participant.phone === emulator.state.connectedPhone ? false : participant.isSuperAdmin,
	}));
}

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
