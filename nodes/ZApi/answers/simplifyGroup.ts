import { asDate, asItIs, simplifier } from '../../shared/values/simplifier';

/**
 * Simplifies a group: what it is, who is in it, and how to join it.
 *
 * @see https://developer.z-api.io/group/metadata-group
 */
export const simplifyGroup = simplifier({
	phone: asItIs,
	subject: asItIs,
	description: asItIs,
	owner: asItIs,
	creation: asDate,
	communityId: asItIs,
	isGroupAnnouncement: asItIs,
	adminOnlyMessage: asItIs,
	invitationLink: asItIs,
	participants: asItIs,
});
