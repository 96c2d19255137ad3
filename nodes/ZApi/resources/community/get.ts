import { communityId } from '../../fields/communityId';
import type { Operation } from '../operation';

/**
 * Where the documentation contradicts itself: one example repeats `phone` where the name of a group belongs;
 * the tables have `name`.
 *
 * @see https://developer.z-api.io/communities/community-metadata
 */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a community',
	description: 'Get a community with its description and groups',
	request: { method: 'GET', url: '/communities-metadata/{communityId}' },
	fields: [communityId],
	refusedAdvice: 'Check that the connected number is in this community.',
};
