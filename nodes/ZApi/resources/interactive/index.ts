import type { Resource } from '../../language/operation';
import { pressActionButton } from './pressActionButton';
import { pressButton } from './pressButton';
import { sendActionButtons } from './sendActionButtons';
import { sendButtons } from './sendButtons';
import { sendCarousel } from './sendCarousel';
import { sendCopyCode } from './sendCopyCode';
import { sendOptionList } from './sendOptionList';
import { sendPix } from './sendPix';

export const interactive: Resource = {
	name: 'Interactive Message',
	value: 'interactive',
	preselected: sendButtons,
	operations: [
		pressActionButton,
		pressButton,
		sendActionButtons,
		sendCarousel,
		sendCopyCode,
		sendOptionList,
		sendPix,
		sendButtons,
	],
};
