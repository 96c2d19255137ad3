import type { Resource } from '../operation';
import { sendText } from './sendText';

export const message: Resource = {
	name: 'Message',
	value: 'message',
	preselected: sendText,
	operations: [sendText],
};
