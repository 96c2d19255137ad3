import type { Resource } from '../../language/operation';
import { deleteMessage } from './delete';
import { editText } from './editText';
import { forward } from './forward';
import { markAsRead } from './markAsRead';
import { pin } from './pin';
import { react } from './react';
import { removeReaction } from './removeReaction';
import { sendAndWait } from './sendAndWait';
import { sendAudio } from './sendAudio';
import { sendContact } from './sendContact';
import { sendContacts } from './sendContacts';
import { sendDocument } from './sendDocument';
import { sendGif } from './sendGif';
import { sendImage } from './sendImage';
import { sendLink } from './sendLink';
import { sendLocation } from './sendLocation';
import { sendPoll } from './sendPoll';
import { sendSticker } from './sendSticker';
import { sendText } from './sendText';
import { sendVideo } from './sendVideo';
import { sendVideoNote } from './sendVideoNote';
import { unpin } from './unpin';
import { votePoll } from './votePoll';

export const message: Resource = {
	name: 'Message',
	value: 'message',
	preselected: sendText,
	operations: [
		deleteMessage,
		editText,
		forward,
		markAsRead,
		pin,
		react,
		removeReaction,
		sendAndWait,
		sendAudio,
		sendContact,
		sendContacts,
		sendDocument,
		sendGif,
		sendImage,
		sendLink,
		sendLocation,
		sendPoll,
		sendSticker,
		sendText,
		sendVideo,
		sendVideoNote,
		unpin,
		votePoll,
	],
};
