import { callWebhook, type WebhookAnswer } from '../calls.mts';
import type { Cluster } from './cluster.mts';

/** The example that answers a webhook. */
export const WEBHOOK_EXAMPLE = 'unlink-group-from-webhook.json';

const COMMUNITY_ID = '120363900000000000';

type Parts = Pick<Cluster, 'emulator' | 'loadBalancer'>;

/**
 * Gives the emulator a community with many groups.
 *
 * @param count how many can be unlinked; there is one more, since the last group of a community has to stay
 * @returns the ids of those that can be unlinked
 */
export function addCommunity({ emulator }: Pick<Parts, 'emulator'>, count: number): string[] {
	const groups = Array.from(
		{ length: count + 1 },
		(_, index) => `1203639${10_000_000_000 + index}-group`,
	);
	emulator.state.communities.push({
		id: COMMUNITY_ID,
		name: 'Associação de Moradores',
		description: '',
		subGroups: groups.map((phone, index) => ({
			phone,
			name: `Quadra ${index + 1}`,
			isGroupAnnouncement: false,
		})),
	});
	return groups.slice(0, count);
}

/** Calls the webhook of the published example, to have a group of that community unlinked. */
export async function unlink({ loadBalancer }: Parts, groupId: string): Promise<WebhookAnswer> {
	const url = `${loadBalancer.url}/webhook/unlink-group`;
	return await callWebhook(url, { communityId: COMMUNITY_ID, groupId });
}

/** @returns the answer to {@link unlink} when all went well */
export function unlinkedAnswer(groupId: string): WebhookAnswer {
	return {
		status: 200,
		body: {
			unlinked: true,
			message: 'The group was unlinked from the community.',
			communityId: COMMUNITY_ID,
			groupId,
		},
	};
}

/** @returns the groups that are still in that community */
export function remainingGroups({ emulator }: Pick<Parts, 'emulator'>): Set<string> {
	const community = emulator.state.communities.find(({ id }) => id === COMMUNITY_ID);
	return new Set(community?.subGroups.map(({ phone }) => phone));
}
