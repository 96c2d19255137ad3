import { list } from '../language/list';
import { text } from '../language/text';

/**
 * Makes the field for options of a poll. In JSON, plain texts are accepted, too.
 *
 * @param name Z-API's name for them
 */
export function pollOptions(name: string, label: string, description: string) {
	return list(name, label, {
		description,
		entry: 'Poll Option',
		columns: [text('name', 'Text', { part: 'text', placeholder: 'e.g. Saturday' })],
		example: [{ name: 'Friday' }, { name: 'Saturday' }],
	});
}
