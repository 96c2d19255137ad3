import { operation } from '../../language/operation';
import { communityId } from '../../fields/communityId';

/** @see https://developer.z-api.io/communities/deactivate-community */
export const deactivate = operation({
	name: 'Deactivate',
	value: 'deactivate',
	action: 'Deactivate a community',
	description: 'Close a community. Its groups stay, but are no longer linked.',
	request: { method: 'DELETE', url: '/communities/{communityId}' },
	fields: [communityId],
	confirm: 'the community ends for all of its participants, and nobody can restore it',
	refusedAdvice: 'Check that the connected number is an admin of this community.',
});
