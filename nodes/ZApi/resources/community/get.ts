import { operation } from '../../language/operation';
import { communityId } from '../../fields/communityId';

/** @see https://developer.z-api.io/communities/community-metadata */
export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get a community',
	description: 'Get a community with its description and groups',
	request: { method: 'GET', url: '/communities-metadata/{communityId}' },
	fields: [communityId],
	refusedAdvice: 'Check that the connected number is in this community.',
});
