import { locator } from '../language/locator';
import { byName } from '../language/named';
import { text } from '../language/text';
import { toOpaqueId } from '../../shared/values/ids';

const collectionLocator = {
	what: 'collection',
	search: 'searchCollections',
	...byName({
		what: 'collection',
		toId: toOpaqueId,
		surely: /^\d{10,}$/,
		list: async () => ['collections'],
	}),
	id: '1798362193933497',
	hint: 'The ID that Collection: Get Many returns as "id", or the name',
	description:
		'A collection in your catalog. Its ID changes whenever products are added or removed: from then on, use the collectionId that the node returns.',
} as const;

/** The collection that an operation works on. */
export const collectionId = locator('collectionId', 'Collection', collectionLocator);

/** The collection whose products are read. */
export const collectionToRead = locator('collectionId', 'Collection', {
	...collectionLocator,
	inQuery: true,
});

/** The name of a collection. */
export const collectionName = text('collectionName', 'Name', {
	sentAs: 'name',
	placeholder: 'e.g. Offers of the week',
	description: 'The name of the collection',
});
