import { InvalidValue } from '../../shared/values/invalidValue';
import { toBoolean } from '../../shared/values/values';
import { parameterOf, readNamed, type Field } from './field';

const DISPLAY_NAME = 'I Understand';

/**
 * A switch for something that can't be undone: while it is off, nothing is sent.
 *
 * @param consequence what happens, completing "Whether you understand that …"
 */
export function confirmation(consequence: string): Field {
	return {
		properties: [
			{
				displayName: DISPLAY_NAME,
				name: 'confirm',
				type: 'boolean',
				required: true,
				default: false,
				description: `Whether you understand that ${consequence}`,
			},
		],
		fill(_request, item) {
			readNamed(item, DISPLAY_NAME, () => {
				if (toBoolean(parameterOf(item, 'confirm', false))) return;
				throw new InvalidValue(
					'is off, so nothing was done',
					`Turn it on only if this is what you want: ${consequence}.`,
				);
			});
		},
	};
}
