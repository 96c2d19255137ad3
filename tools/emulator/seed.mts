import { allGroups, makeGroup } from './groups.mts';
import { member, phonesOfPeople } from './people.mts';
import type { Account, Chat, Community, Group, Participant, State, SubGroup } from './types.mts';

/**
 * The account an emulator has unless told otherwise. The values have the form of real ones but spell out
 * that they aren't, and are distinctive, so that a test can search any output for a leaked secret.
 */
export const seedAccount: Readonly<Account> = {
	instance: 'FACADE00FACADE00FACADE00FACADE00',
	token: 'DECADE11DECADE11DECADE11DECADE11',
	clientToken: 'FfeedfacefeedfacefeedfacefeedfaceS',
};

function community(
	id: string,
	name: string,
	description: string,
	announcementPhone: string,
	groups: Array<[phone: string, name: string]>,
): Community {
	return {
		id,
		name,
		description,
		subGroups: [
			{ name, phone: announcementPhone, isGroupAnnouncement: true },
			...groups.map(subGroup),
		],
	};
}

function subGroup([phone, name]: [phone: string, name: string]): SubGroup {
	return { name, phone, isGroupAnnouncement: false };
}

const CONNECTED_PHONE = '5511900000000';

function people(first: number, count: number): Participant[] {
	return phonesOfPeople(first, count).map(member);
}

/** Makes the connected number the one who made the group, and puts others beside it. */
function ownWith(...others: Participant[]): Participant[] {
	return [{ phone: CONNECTED_PHONE, isAdmin: false, isSuperAdmin: true }, ...others];
}

/** Makes the first of some people the one who made the group. */
function foreignWith([founder, ...others]: Participant[], own: Participant[]): Partial<Group> {
	const phone = founder?.phone ?? '';
	const participants = [{ ...member(phone), isSuperAdmin: true }, ...others, ...own];
	return { owner: phone, subjectOwner: phone, participants };
}

/** Makes the groups outside communities, each with something of its own. */
function looseGroups(state: State): Group[] {
	const group = (phone: string, name: string, day: [number, number, number], more: object) =>
		makeGroup(state, { phone, name, creation: Date.UTC(...day, 15, 30), ...more });
	return [
		group('120363500000000051-group', 'Churrasco de domingo 🍖', [2024, 0, 14], {
			description: 'Cada um leva a sua bebida.',
			// One of them hides the number, and is known only by the id that stands for it.
			participants: ownWith(...people(0, 4), member('999900000000001@lid')),
		}),
		group('120363500000000052-group', 'Família Gonçalves', [2023, 11, 24], {
			participants: ownWith({ ...member('5511900000011'), isAdmin: true }, ...people(8, 2)),
		}),
		// An id of the older kind: who made it, and when.
		group('5511999999999-1623281429', 'Turma de 2009 🎓', [2021, 5, 9], {
			...foreignWith(
				[member('5511999999999'), ...people(4, 3)],
				[{ ...member(CONNECTED_PHONE), isAdmin: true }],
			),
			creation: 1_623_281_429_000,
		}),
		// People ask to join.
		group('120363500000000054-group', 'Corrida no parque 🏃', [2025, 2, 2], {
			participants: ownWith(...people(2, 3)),
			requireAdminApproval: true,
			pendingRequests: ['5511900000021', '5511900000022', '5511900000023'],
		}),
		// The connected number is no admin.
		group('120363500000000055-group', 'Ofertas do mercado 🛒', [2024, 7, 20], {
			...foreignWith(people(6, 4), [member(CONNECTED_PHONE)]),
			...{ adminOnlyMessage: true, adminOnlySettings: true, adminOnlyAddMember: true },
		}),
		// The connected number isn't in it, but can join with the link.
		group('120363500000000056-group', 'Clube do livro', [2025, 4, 5], {
			...foreignWith(people(9, 3), []),
			description: 'Um livro por mês.',
		}),
	];
}

/** Makes a chat; the later in the list, the longer ago. */
function chat(phone: string, name: string | undefined, index: number): Chat {
	const lastMessageTime = Date.UTC(2025, 5, 20 - index, 9, 15);
	return { phone, ...(name === undefined ? {} : { name }), lastMessageTime };
}

/**
 * Makes the state an emulator starts with, new at each call.
 *
 * @param connected whether the instance is connected to WhatsApp
 */
export function seedState(connected = true): State {
	const state: State = {
		connected,
		connectedPhone: CONNECTED_PHONE,
		communities: [
			community(
				'120363100000000010',
				'Condomínio Jardim das Acácias 🌳',
				'Comunicados da administração e conversa entre vizinhos.',
				'120363100000000011-group',
				[
					['120363100000000012-group', 'Bloco A'],
					['120363100000000013-group', 'Bloco B'],
					['120363100000000014-group', 'Portaria e segurança'],
					['120363100000000015-group', 'Achados & perdidos 🔑'],
					['120363100000000016-group', 'Reforma do salão de festas'],
				],
			),
			// Two groups of the same name: only the phone tells them apart.
			community(
				'120363200000000020',
				'Pais e Mães da Escola Monteiro Lobato 📚',
				'Um grupo por turma. Recados da direção só no grupo de avisos.',
				'120363200000000021-group',
				[
					['120363200000000022-group', '3º ano'],
					['120363200000000023-group', '3º ano'],
					['120363200000000024-group', '4º ano "A" (manhã)'],
					['120363200000000025-group', '5º ano'],
					['120363200000000026-group', 'Festa junina 🎉'],
					['120363200000000027-group', 'Carona solidária'],
					['120363200000000028-group', 'Associação de Pais, Mães e Mestres'],
				],
			),
			community(
				'120363300000000030',
				'Igreja Batista da Esperança 🙏',
				'',
				'120363300000000031-group',
				[
					['120363300000000032-group', 'Louvor e adoração'],
					['120363300000000033-group', 'Jovens ✨'],
				],
			),
			// Its last ordinary group can't be unlinked.
			community(
				'120363400000000040',
				'Várzea Futebol Clube ⚽',
				'Jogos aos domingos, às 8h, no campo do bairro São João.',
				'120363400000000041-group',
				[['120363400000000042-group', 'Elenco e comissão técnica']],
			),
		],
		groups: [],
		chats: [
			...people(0, 5).map(({ phone, name = '' }, index) => chat(phone, name, index)),
			// Someone whom the connected number doesn't know.
			chat('5511900000031', undefined, 5),
			chat('120363600000000061@newsletter', 'Prefeitura informa 📢', 6),
		],
		inviteOnlyPhones: ['5511900000098', '5511900000099'],
		invitations: [],
		contacts: people(0, 5).map(({ phone, name = '', short = '' }) => ({ phone, name, short })),
		...{ chatSettings: {}, messages: [], sendErrors: {}, events: [] },
		disableEnqueueWhenDisconnected: false,
		webhooks: {
			...{ ReceivedCallback: '', DeliveryCallback: '', MessageStatusCallback: '' },
			...{ PresenceChatCallback: '', DisconnectedCallback: '', ConnectedCallback: '' },
			ProxyCallback: '',
		},
		...{ receivedAndDelivery: '', notifySentByMe: false, announcementGuard: false },
		made: 0,
	};
	state.groups = looseGroups(state);
	// Makes up the details of those in communities as well.
	state.groups = allGroups(state);
	return state;
}
