import { operation } from '../../language/operation';
import { toggle } from '../../language/toggle';

const enabled = toggle('enabled', 'Read Receipts', {
	sentAs: 'value',
	inQuery: true,
	sent: (isOn) => (isOn ? 'enable' : 'disable'),
	default: true,
	required: true,
	description:
		"Whether others see that you have read their messages. If this is off, you don't see whether they have read yours, either.",
});

/**
 * A POST request without a body, as documented.
 *
 * @see https://developer.z-api.io/privacy/set-read-receipts
 */
export const updateReadReceipts = operation({
	name: 'Update Read Receipts',
	value: 'updateReadReceipts',
	action: 'Update the privacy setting for read receipts',
	description:
		'Choose whether others see that you have read their messages. In groups, they always do.',
	request: { method: 'POST', url: '/privacy/read-receipts' },
	fields: [enabled],
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
});
