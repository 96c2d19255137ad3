import type { Account, Community, Group, State } from './types.mts';

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
			...groups.map(group),
		],
	};
}

function group([phone, name]: [phone: string, name: string]): Group {
	return { name, phone, isGroupAnnouncement: false };
}

/**
 * Makes the state an emulator starts with, new at each call.
 *
 * @param connected whether the instance is connected to WhatsApp
 */
export function seedState(connected = true): State {
	return {
		connected,
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
		unlinkedGroups: [
			group(['120363500000000051-group', 'Churrasco de domingo 🍖']),
			group(['120363500000000052-group', 'Família Gonçalves']),
		],
	};
}
