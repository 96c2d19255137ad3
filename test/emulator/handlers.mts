import type { Endpoint } from './endpoints.mts';
import type { Account, Community, State } from './types.mts';

/** A request that the documentation allows, and what it is about. */
export interface Call {
	account: Account;
	state: State;
	endpoint: Endpoint;
	pathParameters: Record<string, string>;
	query: Record<string, string>;
	body: unknown;
}

/** Thrown where a request is refused with an error text. */
export class Refusal extends Error {
	readonly status: number;

	constructor(status: number, message: string) {
		super(message);
		this.status = status;
	}
}

/** Assumption: the page size when a request names none; broadcast lists have this one. */
export const DEFAULT_PAGE_SIZE = 20;
/** Assumption: the largest page size. A request for more gets this many. */
export const LARGEST_PAGE_SIZE = 100;
/** Documented: how many groups a community holds. Assumption: the announcement group isn't one of them. */
export const MOST_GROUPS = 50;

function paginate<Item>(items: Item[], { page = '1', pageSize }: Record<string, string>): Item[] {
	const size = Math.min(Number(pageSize ?? DEFAULT_PAGE_SIZE), LARGEST_PAGE_SIZE);
	// Assumption: pages count from 1 (as in the documented example), and a page has at least one item.
	if (Number(page) < 1) throw new Refusal(400, 'page must be at least 1');
	if (size < 1) throw new Refusal(400, 'pageSize must be at least 1');
	// Assumption: a page behind the last one is empty.
	return items.slice((Number(page) - 1) * size, Number(page) * size);
}

function findCommunity(state: State, communityId: string | undefined): Community {
	const community = state.communities.find(({ id }) => id === communityId);
	// Assumption: 400 with a text of the emulator's own; nothing is documented for an unknown community.
	if (!community) throw new Refusal(400, 'Community not found');
	return community;
}

function ordinaryGroups({ subGroups }: Community) {
	return subGroups.filter(({ isGroupAnnouncement }) => !isGroupAnnouncement);
}

/** What link and unlink are about. */
function readGroups({ state, body }: Call) {
	const { communityId, groupsPhones } = body as { communityId: string; groupsPhones: string[] };
	// Assumption: a list without groups is refused, and a group listed twice counts once.
	if (groupsPhones.length === 0) throw new Refusal(400, 'groupsPhones must not be empty');
	return { community: findCommunity(state, communityId), phones: [...new Set(groupsPhones)] };
}

function linkGroups(call: Call) {
	const { state } = call;
	const { community, phones } = readGroups(call);
	let success = true;
	for (const phone of phones) {
		const group = state.unlinkedGroups.find((candidate) => candidate.phone === phone);
		const isFull = ordinaryGroups(community).length >= MOST_GROUPS;
		if (group && !isFull) {
			state.unlinkedGroups = state.unlinkedGroups.filter((other) => other !== group);
			community.subGroups.push(group);
			continue;
		}
		// Assumption: a group that already is in this community counts as linked. For any that can't be linked
		// (in another community, unknown, one too many) the answer is false, though the free ones are linked:
		// they are documented to be, and the answer is documented to tell, but how isn't.
		success &&= community.subGroups.some((candidate) => candidate.phone === phone);
	}
	return { success };
}

function unlinkGroups(call: Call) {
	const { state } = call;
	const { community, phones } = readGroups(call);
	const groups = ordinaryGroups(community);
	const leaving = groups.filter(({ phone }) => phones.includes(phone));
	// Documented: one group besides the announcement group must stay. Assumption: the answer to an attempt is
	// `success: false`, as for a group that isn't an ordinary one of this community, and nothing is unlinked then.
	if (leaving.length < phones.length || leaving.length === groups.length) return { success: false };

	community.subGroups = community.subGroups.filter((group) => !leaving.includes(group));
	state.unlinkedGroups.push(...leaving);
	return { success: true };
}

/**
 * Carries out the endpoints, by their id in the endpoint data. A handler may rely on the request being as
 * documented; it returns the body of the answer, or throws a {@link Refusal}.
 *
 * Assumption: all of them work the same while the instance isn't connected.
 */
export const handlers: Readonly<Record<string, (call: Call) => object>> = {
	'instance-status': ({ state: { connected } }) => ({
		connected,
		error: connected ? 'You are already connected' : 'You are not connected',
		// Assumption: the phone is reachable whenever the instance is connected.
		smartphoneConnected: connected,
	}),

	// Assumption: `id` is the instance's id as it is in the address; the example's is shorter.
	'instance-me': ({ account, state, endpoint }) => ({
		...(endpoint.response.shape as object),
		id: account.instance,
		token: account.token,
		connected: state.connected,
	}),

	'list-communities': ({ state, query }) =>
		paginate(state.communities, query).map(({ name, id }) => ({ name, id })),

	'community-metadata': ({ state, pathParameters }) => {
		const { name, id, description, subGroups } = findCommunity(state, pathParameters.communityId);
		return { name, id, description, subGroups };
	},

	'link-groups': linkGroups,
	'unlink-groups': unlinkGroups,
};
