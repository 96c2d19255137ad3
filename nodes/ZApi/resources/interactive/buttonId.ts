import { text } from '../../language/text';

/**
 * Makes the field for a button that is pressed.
 *
 * @param sentAs Z-API's name for it
 */
export function buttonIdAs(sentAs: string) {
	return text('buttonId', 'Button ID', {
		sentAs,
		placeholder: 'e.g. 1',
		description: 'The ID of the button, which the Z-API Trigger returned with the message',
	});
}
