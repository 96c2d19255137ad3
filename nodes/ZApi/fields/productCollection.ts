import { toId } from '../../shared/values/ids';
import { toText } from '../../shared/values/values';
import { inBody, inQuery } from './field';
import { locator } from './locator';

const collection = locator({
	displayName: 'Collection',
	name: 'collectionId',
	description:
		'A collection of your catalog. Its ID changes whenever products are added or removed: go on with the collectionId that comes out then.',
	what: 'collection',
	searchListMethod: 'searchCollections',
	example: '1798362193933497',
	hint: 'The ID that Collection: Get Many gives as "id"',
});

/** The collection that an operation works on. */
export const collectionId = inBody(collection, toId);

/** The collection whose products are read. */
export const collectionToRead = inQuery(collection, toId);

/** What a collection is to be called. */
export const collectionName = inBody(
	{
		displayName: 'Name',
		name: 'collectionName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Promoções da semana',
		description: 'What the collection is to be called',
	},
	toText,
	'name',
);
