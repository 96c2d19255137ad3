import type { Resource } from '../../language/operation';
import { addTag } from './addTag';
import { archive } from './archive';
import { clear } from './clear';
import { deleteChat } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { markAsRead } from './markAsRead';
import { markAsUnread } from './markAsUnread';
import { mute } from './mute';
import { pin } from './pin';
import { removeTag } from './removeTag';
import { unarchive } from './unarchive';
import { unmute } from './unmute';
import { unpin } from './unpin';
import { updateExpiration } from './updateExpiration';
import { updateNotes } from './updateNotes';

export const chat: Resource = {
	name: 'Chat',
	value: 'chat',
	preselected: getAll,
	operations: [
		addTag,
		archive,
		clear,
		deleteChat,
		get,
		getAll,
		markAsRead,
		markAsUnread,
		mute,
		pin,
		removeTag,
		unarchive,
		unmute,
		unpin,
		updateExpiration,
		updateNotes,
	],
};
