import type { Resource } from '../operation';
import { sendAndWait } from './sendAndWait';
import { sendText } from './sendText';

export const message: Resource = {
	name: 'Message',
	value: 'message',
	preselected: sendText,
	operations: [sendAndWait, sendText],
};
