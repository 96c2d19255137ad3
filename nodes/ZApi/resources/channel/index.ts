import type { Resource } from '../../language/operation';
import { acceptAdminInvite } from './acceptAdminInvite';
import { create } from './create';
import { deleteOne } from './deleteOne';
import { follow } from './follow';
import { get } from './get';
import { getAll } from './getAll';
import { getSubscribers } from './getSubscribers';
import { inviteAdmin } from './inviteAdmin';
import { mute } from './mute';
import { removeAdmin } from './removeAdmin';
import { revokeAdminInvite } from './revokeAdminInvite';
import { search } from './search';
import { transferOwnership } from './transferOwnership';
import { unfollow } from './unfollow';
import { unmute } from './unmute';
import { updateDescription } from './updateDescription';
import { updateName } from './updateName';
import { updatePicture } from './updatePicture';
import { updateSettings } from './updateSettings';

export const channel: Resource = {
	name: 'Channel',
	value: 'channel',
	preselected: getAll,
	operations: [
		acceptAdminInvite,
		create,
		deleteOne,
		follow,
		get,
		getAll,
		getSubscribers,
		inviteAdmin,
		mute,
		removeAdmin,
		revokeAdminInvite,
		search,
		transferOwnership,
		unfollow,
		unmute,
		updateDescription,
		updateName,
		updatePicture,
		updateSettings,
	],
};
