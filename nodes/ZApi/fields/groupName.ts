import { text } from '../language/text';

/** The name of a group. */
export const groupName = text('groupName', 'Name', {
	placeholder: 'e.g. Vizinhos do Bloco A',
	description: 'The name of the group',
});
