import { text } from '../language/text';

/** The name of a group. */
export const groupName = text('groupName', 'Name', {
	placeholder: 'e.g. Neighbors of Building A',
	description: 'The name of the group',
});
