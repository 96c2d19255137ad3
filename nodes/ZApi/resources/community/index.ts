import type { Resource } from '../../language/operation';
import { addParticipants } from './addParticipants';
import { create } from './create';
import { deactivate } from './deactivate';
import { demoteAdmin } from './demoteAdmin';
import { get } from './get';
import { getAll } from './getAll';
import { linkGroups } from './linkGroups';
import { promoteToAdmin } from './promoteToAdmin';
import { removeParticipants } from './removeParticipants';
import { resetInviteLink } from './resetInviteLink';
import { unlinkGroups } from './unlinkGroups';
import { updateDescription } from './updateDescription';
import { updatePhoto } from './updatePhoto';
import { updateSettings } from './updateSettings';

export const community: Resource = {
	name: 'Community',
	value: 'community',
	preselected: unlinkGroups,
	operations: [
		addParticipants,
		create,
		deactivate,
		demoteAdmin,
		get,
		getAll,
		linkGroups,
		promoteToAdmin,
		removeParticipants,
		resetInviteLink,
		unlinkGroups,
		updateDescription,
		updatePhoto,
		updateSettings,
	],
};
