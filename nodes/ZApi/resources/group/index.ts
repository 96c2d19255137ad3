import type { Resource } from '../../language/operation';
import { acceptInvite } from './acceptInvite';
import { addParticipants } from './addParticipants';
import { approveParticipants } from './approveParticipants';
import { create } from './create';
import { demoteAdmin } from './demoteAdmin';
import { get } from './get';
import { getAll } from './getAll';
import { getByInviteLink } from './getByInviteLink';
import { getInviteLink } from './getInviteLink';
import { getLight } from './getLight';
import { leave } from './leave';
import { promoteToAdmin } from './promoteToAdmin';
import { rejectParticipants } from './rejectParticipants';
import { removeParticipants } from './removeParticipants';
import { resetInviteLink } from './resetInviteLink';
import { updateDescription } from './updateDescription';
import { updateName } from './updateName';
import { updatePhoto } from './updatePhoto';
import { updateSettings } from './updateSettings';

export const group: Resource = {
	name: 'Group',
	value: 'group',
	preselected: getAll,
	operations: [
		acceptInvite,
		addParticipants,
		approveParticipants,
		create,
		demoteAdmin,
		get,
		getByInviteLink,
		getInviteLink,
		getLight,
		getAll,
		leave,
		promoteToAdmin,
		rejectParticipants,
		removeParticipants,
		resetInviteLink,
		updateDescription,
		updateName,
		updatePhoto,
		updateSettings,
	],
};
