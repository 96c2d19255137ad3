import type { Field } from '../../language/field';
import type { KnownRefusal } from '../../../shared/requests/knownFailures';

/** A note on what has to be done once before buttons can be sent. It isn't an input. */
export const buttonTerms: Field = {
	properties: [
		{
			displayName:
				'Before you send buttons, accept the terms for buttons in the Z-API panel. Which kinds of buttons are shown depends on the account and the chat. <a href="https://developer.z-api.io/tips/button-status">See what works where</a>.',
			name: 'buttonTerms',
			type: 'notice',
			default: '',
		},
	],
};

/** @see https://developer.z-api.io/tips/button-status */
export const buttonRefusals: KnownRefusal[] = [
	{
		words: /accept buttons? message terms/i,
		advice:
			'Open your instance in the Z-API panel, accept the terms for buttons, and send the message again.',
	},
	{
		words: /not available (to|in) channels/i,
		advice: "Channels don't support this. Choose a person or a group, or send a text message.",
	},
];

/** What to do when Z-API refuses a message with buttons, and its words don't say why. */
export const BUTTONS_REFUSED =
	'Check that the terms for buttons are accepted in the Z-API panel, and that the connected number may write to this chat.';
