import { operation } from '../../language/operation';
import { collectionId, collectionName } from '../../fields/productCollection';

/** @see https://developer.z-api.io/business/edit-collection */
export const rename = operation({
	name: 'Rename',
	value: 'rename',
	action: 'Rename a collection of products',
	description: 'Change the name of a collection. WhatsApp Business only.',
	request: { method: 'POST', url: '/catalogs/collection-edit/{collectionId}' },
	fields: [collectionId, collectionName],
	refusedAdvice:
		'Check Collection. A collection gets a new ID whenever its products change, and the old one stops working.',
});
