import { describe, expect, it } from '@jest/globals';
import { seedAccount, seedState } from '../../tools/emulator/seed.mts';
import { type Seed, phonesOf } from './emulatorCalls.mts';

describe('the seed', () => {
	const { communities, groups, connectedPhone, ...rest } = seedState();
	const people = groups.flatMap(({ participants }) => participants);

	it('has ids in the documented form, none twice', () => {
		const phones = groups.map(({ phone }) => phone);
		for (const { id } of communities) expect(id).toMatch(/^\d{18}$/);
		const [old, ...others] = phones.filter((phone) => !/^\d{18}-group$/.test(phone));
		expect(old).toMatch(/^\d{13}-\d{10}$/);
		expect(others).toEqual([]);
		const ids = [...communities.map(({ id }) => id), ...phones.map((id) => id.slice(0, 18))];
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('has the details of every group of its communities, and groups outside them', () => {
		const inCommunities = communities.flatMap(({ subGroups }) => subGroups);
		for (const { phone, name } of inCommunities) {
			expect(groups.filter((group) => group.phone === phone)).toMatchObject([{ name }]);
		}
		expect(groups.length).toBeGreaterThan(inCommunities.length);
	});

	it('has groups that the connected number is admin, ordinary member and no member of', () => {
		const ranks = groups.map(({ participants }) => {
			const own = participants.find(({ phone }) => phone === connectedPhone);
			return own ? (own.isAdmin || own.isSuperAdmin ? 'admin' : 'member') : 'none';
		});
		const count = (wanted: string) => ranks.filter((rank) => rank === wanted).length;
		expect([count('member'), count('none')]).toEqual([1, 1]);
		expect(groups.filter(({ pendingRequests }) => pendingRequests.length > 0)).toHaveLength(1);
	});

	it('has whoever made a group in it, and nobody in a group twice', () => {
		for (const { owner, participants } of groups) {
			const founders = participants.filter(({ isSuperAdmin }) => isSuperAdmin);
			expect(founders).toMatchObject([{ phone: owner, isAdmin: false }]);
			expect(new Set(participants.map(({ phone }) => phone)).size).toBe(participants.length);
		}
	});

	it('has people with names and without, by number and by the id that stands for one', () => {
		const fictitious = /^(55119000000\d\d|5511999999999|\d{15}@lid)$/;
		for (const { phone } of people) expect(phone).toMatch(fictitious);
		expect(people.some(({ phone }) => phone.endsWith('@lid'))).toBe(true);
		expect(people.some(({ name, short }) => name?.startsWith(`${short} `))).toBe(true);
	});

	it('has nothing sent yet', () => {
		expect(rest).toMatchObject({ connected: true, invitations: [], messages: [], made: 0 });
	});

	it('has communities with one announcement group each, named like them', () => {
		expect(communities.length).toBeGreaterThanOrEqual(4);
		for (const { name, subGroups } of communities) {
			const announcements = subGroups.filter(({ isGroupAnnouncement }) => isGroupAnnouncement);
			expect(announcements.map((group) => group.name)).toEqual([name]);
		}
	});

	it('has a community with a single ordinary group, and one with two groups of the same name', () => {
		expect(communities.some((community) => phonesOf(community).length === 1)).toBe(true);
		const hasTwins = ({ subGroups }: Seed) =>
			new Set(subGroups.map(({ name }) => name)).size < subGroups.length;
		expect(communities.some(hasTwins)).toBe(true);
	});

	it('has an account in the form of a real one, of three distinct secrets', () => {
		expect(seedAccount.instance).toMatch(/^[0-9A-F]{32}$/);
		expect(seedAccount.token).toMatch(/^[0-9A-F]{32}$/);
		expect(seedAccount.clientToken).toMatch(/^F\w{32}S$/);
		expect(seedAccount.instance).not.toBe(seedAccount.token);
	});

	it('is new each time', () => {
		expect(seedState()).toEqual(seedState());
		expect(seedState().communities[0]?.subGroups[0]).not.toBe(communities[0]?.subGroups[0]);
	});
});
