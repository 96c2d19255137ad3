import { describe, expect, it } from '@jest/globals';
import { makeGroup } from '../../tools/emulator/groups.mts';
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE_SIZE } from '../../tools/emulator/handlers/call.mts';
import { MOST_GROUPS } from '../../tools/emulator/handlers/communities.mts';
import { seedState } from '../../tools/emulator/seed.mts';
import type { Group } from '../../tools/emulator/types.mts';
import {
	condominium,
	school,
	church,
	club,
	type Seed,
	emulator,
	ok,
	refused,
	answer,
	phonesOf,
	first,
	announcement,
	change,
	peopleIn,
	resign,
} from './emulatorCommunities.mts';

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

/** The phones of groups that belong to no community. */
function loosePhones({ communities, groups } = emulator.state) {
	const places = communities.flatMap(({ subGroups }) => subGroups);
	const isLoose = ({ phone }: Group) => !places.some((place) => place.phone === phone);
	return groups.filter(isLoose).map(({ phone }) => phone);
}

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
