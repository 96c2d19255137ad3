import { inBody } from './field';
import { toText } from '../../shared/values/values';

/** The name of a group. */
export const groupName = inBody(
	{
		displayName: 'Name',
		name: 'groupName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Vizinhos do Bloco A',
		description: 'The name of the group',
	},
	toText,
);
