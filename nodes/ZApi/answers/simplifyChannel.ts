import { asDate, asItIs, asNumber, simplifier } from '../../shared/values/simplifier';

/**
 * Simplifies a channel: what it is, how many follow it, how to get there, and what the connected number is in it.
 *
 * @see https://developer.z-api.io/newsletter/newsletter-metadata
 */
export const simplifyChannel = simplifier({
	id: asItIs,
	name: asItIs,
	description: asItIs,
	inviteLink: asItIs,
	subscribersCount: asNumber,
	subscribers: asItIs,
	viewMetadata: asItIs,
	state: asItIs,
	creationTime: asDate,
	picture: asItIs,
});
