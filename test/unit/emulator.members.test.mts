import { describe, expect, it } from '@jest/globals';
import { seedState } from '../../tools/emulator/seed.mts';
import type { Group, Participant } from '../../tools/emulator/types.mts';
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
	failed,
	unknownGroup,
	answer,
	post,
	groupOf,
	peopleIn,
	shapeOf,
	metadata,
	listed,
} from './emulatorGroups.mts';

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

function memberOf(phone: string, person: string) {
	return groupOf(phone).participants.find((participant) => participant.phone === person);
}

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
