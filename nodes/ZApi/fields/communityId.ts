import { locator } from '../language/locator';
import { toCommunityId } from '../../shared/values/ids';

/** The community that an operation works on. */
export const communityId = locator('communityId', 'Community', {
	what: 'community',
	search: 'searchCommunities',
	read: toCommunityId,
	id: '120363019502650977',
	hint: "The community's ID, digits only",
	description: 'The WhatsApp community. The connected number must be one of its admins.',
});
