import { toId } from '../../shared/values/ids';
import { toText } from '../../shared/values/values';
import { inBody, inQuery } from './field';
import { locator } from './locator';

const collection = locator({
	displayName: 'Collection',
	name: 'collectionId',
	description:
		'A collection in your catalog. Its ID changes whenever products are added or removed: from then on, use the collectionId that the node returns.',
	what: 'collection',
	searchListMethod: 'searchCollections',
	example: '1798362193933497',
	hint: 'The ID that Collection: Get Many returns as "id"',
});

/** The collection that an operation works on. */
export const collectionId = inBody(collection, toId);

/** The collection whose products are read. */
export const collectionToRead = inQuery(collection, toId);

/** The name of a collection. */
export const collectionName = inBody(
	{
		displayName: 'Name',
		name: 'collectionName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Promoções da semana',
		description: 'The name of the collection',
	},
	toText,
	'name',
);
