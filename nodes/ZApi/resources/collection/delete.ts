import { operation } from '../../language/operation';
import { collectionId } from '../../fields/productCollection';

/** @see https://developer.z-api.io/business/delete-collection */
export const deleteCollection = operation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a collection of products',
	description:
		"Delete a collection; its products stay in the catalog. This can't be undone. WhatsApp Business only.",
	request: { method: 'DELETE', url: '/catalogs/collection/{collectionId}' },
	deletes: true,
	fields: [collectionId],
	refusedAdvice:
		'Check Collection. A collection gets a new ID whenever its products change, and the old one stops working.',
});
