import { toPart } from '../../shared/values/lists';
import { isObject } from '../../shared/values/objects';
import { toText, type Read } from '../../shared/values/values';
import type { Field } from './field';
import { list } from './list';

const toName = toPart('text', toText);

/** In JSON, plain texts are accepted, too. */
const toPollOption: Read<{ name: string }> = (entry) => ({
	name: toName(isObject(entry) ? entry.name : entry),
});

/**
 * Makes the field for options of a poll.
 *
 * @param name Z-API's name for them
 */
export function pollOptions(name: string, displayName: string, description: string): Field {
	return list({
		displayName,
		name,
		description,
		entry: 'Poll Option',
		values: [
			{
				displayName: 'Text',
				name: 'name',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. Sábado',
			},
		],
		example: [{ name: 'Sexta' }, { name: 'Sábado' }],
		read: toPollOption,
	});
}
