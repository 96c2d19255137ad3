import type { INodeParameters } from 'n8n-workflow';

/** What a user enters to get the sample request that Z-API documents for an endpoint. */
export interface ContractRow {
	/** The `id` in endpoints.json. */
	endpoint: string;
	resource: string;
	operation: string;
	/** The operation's own fields. */
	parameters: INodeParameters;
}

/** One row for each operation of the node. */
export const rows: ContractRow[] = [
	{
		endpoint: 'add-community-participant',
		resource: 'community',
		operation: 'addParticipants',
		parameters: {
			autoInvite: true,
			communityId: { __rl: true, mode: 'id', value: '120363186053925765' },
			phones: '5511999999999',
		},
	},
	{
		endpoint: 'create-community',
		resource: 'community',
		operation: 'create',
		parameters: {
			name: 'Minha primeira Comunidade',
			additionalFields: { description: 'Uma descrição da comunidade' },
		},
	},
	{
		endpoint: 'deactivate-community',
		resource: 'community',
		operation: 'deactivate',
		parameters: { communityId: { __rl: true, mode: 'id', value: '98372465382764532938' } },
	},
	{
		endpoint: 'remove-community-admin',
		resource: 'community',
		operation: 'demoteAdmin',
		parameters: {
			communityId: { __rl: true, mode: 'id', value: '120363186053925765' },
			phones: ['5511999999999'],
		},
	},
	{
		endpoint: 'community-metadata',
		resource: 'community',
		operation: 'get',
		parameters: { communityId: { __rl: true, mode: 'id', value: '98372465382764532938' } },
	},
	{
		endpoint: 'list-communities',
		resource: 'community',
		operation: 'getAll',
		parameters: { returnAll: false, limit: 2 },
	},
	{
		endpoint: 'link-groups',
		resource: 'community',
		operation: 'linkGroups',
		parameters: {
			communityId: { __rl: true, mode: 'id', value: '98372465382764532938' },
			groupsPhones: ['1345353454354354-group', '1203634230225498-group'],
		},
	},
	{
		endpoint: 'add-community-admin',
		resource: 'community',
		operation: 'promoteToAdmin',
		parameters: {
			communityId: { __rl: true, mode: 'id', value: '120363186053925765' },
			phones: ['5511999999999'],
		},
	},
	{
		endpoint: 'remove-community-participant',
		resource: 'community',
		operation: 'removeParticipants',
		parameters: {
			communityId: { __rl: true, mode: 'id', value: '120363186053925765' },
			phones: ['5511999999999'],
		},
	},
	{
		endpoint: 'redefine-community-invitation-link',
		resource: 'community',
		operation: 'resetInviteLink',
		parameters: { communityId: { __rl: true, mode: 'id', value: '120363019502650977' } },
	},
	{
		endpoint: 'unlink-groups',
		resource: 'community',
		operation: 'unlinkGroups',
		parameters: {
			communityId: { __rl: true, mode: 'id', value: '98372465382764532938' },
			groupsPhones: ['1345353454354354-group'],
		},
	},
	{
		endpoint: 'update-community-description',
		resource: 'community',
		operation: 'updateDescription',
		parameters: {
			communityId: { __rl: true, mode: 'id', value: '120363019502650977' },
			communityDescription: 'descrição da comunidade',
		},
	},
	{
		endpoint: 'update-community-photo',
		resource: 'community',
		operation: 'updatePhoto',
		parameters: {
			communityId: { __rl: true, mode: 'id', value: '120363186053925765' },
			communityPhoto: 'https://www.z-api.io/wp-content/themes/z-api/dist/images/logo.svg',
			photoSource: 'text',
		},
	},
	{
		endpoint: 'community-settings',
		resource: 'community',
		operation: 'updateSettings',
		parameters: {
			communityId: { __rl: true, mode: 'id', value: '98372465382764532938' },
			whoCanAddNewGroups: 'admins',
		},
	},
	{
		endpoint: 'accept-group-invite',
		resource: 'group',
		operation: 'acceptInvite',
		parameters: { url: 'https://chat.whatsapp.com/bh8XyNrIUj84YZoy5xcaa112' },
	},
	{
		endpoint: 'add-participant',
		resource: 'group',
		operation: 'addParticipants',
		parameters: {
			autoInvite: true,
			groupId: { __rl: true, mode: 'id', value: '120363019502650977-group' },
			phones: '5511999999999',
		},
	},
	{
		endpoint: 'approve-participant',
		resource: 'group',
		operation: 'approveParticipants',
		parameters: {
			groupId: { __rl: true, mode: 'id', value: '120363019502650977-group' },
			phones: '5511999999999',
		},
	},
	{
		endpoint: 'create-group',
		resource: 'group',
		operation: 'create',
		parameters: {
			autoInvite: true,
			groupName: 'Meu grupo Z-API',
			phones: '5511999999999, 5511888888888',
		},
	},
	{
		endpoint: 'remove-admin',
		resource: 'group',
		operation: 'demoteAdmin',
		parameters: {
			groupId: { __rl: true, mode: 'id', value: '120363019502650977-group' },
			phones: ['5511999999999'],
		},
	},
	{
		endpoint: 'metadata-group',
		resource: 'group',
		operation: 'get',
		parameters: { phone: { __rl: true, mode: 'id', value: '120363019502650977-group' } },
	},
	{
		endpoint: 'get-groups',
		resource: 'group',
		operation: 'getAll',
		parameters: { returnAll: false, limit: 2 },
	},
	{
		endpoint: 'group-invitation-metadata',
		resource: 'group',
		operation: 'getByInviteLink',
		parameters: { url: 'https://chat.whatsapp.com/KNmcL17DqVA0sqkQ5LLA5' },
	},
	{
		endpoint: 'get-invitation-link',
		resource: 'group',
		operation: 'getInviteLink',
		parameters: { groupId: { __rl: true, mode: 'id', value: '120363019502650977-group' } },
	},
	{
		endpoint: 'light-group-metadata',
		resource: 'group',
		operation: 'getLight',
		parameters: { phone: { __rl: true, mode: 'id', value: '120363019502650977-group' } },
	},
	{
		endpoint: 'leave-group',
		resource: 'group',
		operation: 'leave',
		parameters: { groupId: { __rl: true, mode: 'id', value: '120363019502650977-group' } },
	},
	{
		endpoint: 'add-admin',
		resource: 'group',
		operation: 'promoteToAdmin',
		parameters: {
			groupId: { __rl: true, mode: 'id', value: '120363019502650977-group' },
			phones: ['5511999999999'],
		},
	},
	{
		endpoint: 'reject-participant',
		resource: 'group',
		operation: 'rejectParticipants',
		parameters: {
			groupId: { __rl: true, mode: 'id', value: '120363019502650977-group' },
			phones: '5511999999999',
		},
	},
	{
		endpoint: 'remove-participant',
		resource: 'group',
		operation: 'removeParticipants',
		parameters: {
			groupId: { __rl: true, mode: 'id', value: '120363019502650977-group' },
			phones: ['5511999999999'],
		},
	},
	{
		endpoint: 'redefine-invitation-link',
		resource: 'group',
		operation: 'resetInviteLink',
		parameters: { groupId: { __rl: true, mode: 'id', value: '120363019502650977-group' } },
	},
	{
		endpoint: 'update-group-description',
		resource: 'group',
		operation: 'updateDescription',
		parameters: {
			groupId: { __rl: true, mode: 'id', value: '120363019502650977-group' },
			groupDescription: 'descrição do grupo',
		},
	},
	{
		endpoint: 'update-group-name',
		resource: 'group',
		operation: 'updateName',
		parameters: {
			groupId: { __rl: true, mode: 'id', value: '120363019502650977-group' },
			groupName: 'Mudou o nome Meu grupo no Z-API',
		},
	},
	{
		endpoint: 'update-group-photo',
		resource: 'group',
		operation: 'updatePhoto',
		parameters: {
			groupId: { __rl: true, mode: 'id', value: '120363019502650977-group' },
			groupPhoto: 'https://www.z-api.io/wp-content/themes/z-api/dist/images/logo.svg',
			photoSource: 'text',
		},
	},
	{
		endpoint: 'update-group-settings',
		resource: 'group',
		operation: 'updateSettings',
		parameters: {
			phone: { __rl: true, mode: 'id', value: '120363019502650977-group' },
			adminOnlyMessage: true,
			adminOnlySettings: true,
			requireAdminApproval: false,
			adminOnlyAddMember: true,
		},
	},
];
