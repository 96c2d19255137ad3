import type { Resource } from '../../language/operation';
import { getDisallowed } from './getDisallowed';
import { updateAbout } from './updateAbout';
import { updateGroupAdd } from './updateGroupAdd';
import { updateLastSeen } from './updateLastSeen';
import { updateMessageDuration } from './updateMessageDuration';
import { updateOnline } from './updateOnline';
import { updatePhoto } from './updatePhoto';
import { updateReadReceipts } from './updateReadReceipts';

export const privacy: Resource = {
	name: 'Privacy',
	value: 'privacy',
	preselected: getDisallowed,
	operations: [
		getDisallowed,
		updateAbout,
		updateGroupAdd,
		updateLastSeen,
		updateMessageDuration,
		updateOnline,
		updatePhoto,
		updateReadReceipts,
	],
};
