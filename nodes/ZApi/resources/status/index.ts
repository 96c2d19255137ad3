import type { Resource } from '../../language/operation';
import { postImage } from './postImage';
import { postText } from './postText';
import { postVideo } from './postVideo';
import { replyWithGif } from './replyWithGif';
import { replyWithSticker } from './replyWithSticker';
import { replyWithText } from './replyWithText';

export const status: Resource = {
	name: 'Status',
	value: 'status',
	preselected: postText,
	operations: [postImage, postText, postVideo, replyWithGif, replyWithSticker, replyWithText],
};
