import { toText } from '../../../shared/values/values';
import { inBody, type ValueField } from '../../fields/field';

/**
 * Makes the field for a button that is pressed.
 *
 * @param path Z-API's name for it
 */
export function buttonIdAs(path: string): ValueField {
	return inBody(
		{
			displayName: 'Button ID',
			name: 'buttonId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 1',
			description: 'The ID of the button, which the Z-API Trigger returned with the message',
		},
		toText,
		path,
	);
}
