import { toOneOf } from '../../shared/values/values';
import { readNamed } from './field';
import type { Option } from './option';

const WHEN_UNCLEAR = "When It's Unclear Whether It Was Sent";

const toChoice = toOneOf('continue', 'fail');

/** An option of every operation that sends to a chat. It isn't sent. */
export const whenUnclear: Option = {
	properties: [
		{
			displayName: WHEN_UNCLEAR,
			name: 'whenUnclear',
			type: 'options',
			options: [
				{ name: 'Continue', value: 'continue' },
				{ name: 'Fail', value: 'fail' },
			],
			default: 'fail',
			description:
				"What to do if Z-API's response is lost. An item that continues has maybeSent: true.",
		},
	],
	put(request, value, item) {
		const chosen = readNamed(item, WHEN_UNCLEAR, () => toChoice(value));
		request.continuesWhenUnclear = chosen === 'continue';
	},
};
