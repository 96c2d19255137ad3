import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { objectsIn, toListItems, type ListItem } from '../../shared/pickers/listItems';
import { dropdown } from '../../shared/pickers/dropdown';
import { apiGet, apiGetAll, apiGetChained, apiGetList } from '../../shared/requests/apiRequest';

/** What a dropdown says besides its options. */
interface Words {
	/** Why there is nothing to choose. */
	empty: string;
	/** The note on a chosen entry that isn't offered. */
	missing?: string;
}

function chooseFirst(what: string): Words {
	return {
		empty: `Choose the ${what} first. If an expression chooses it, use an expression here, too.`,
	};
}

/** An option that can't be chosen. n8n shows its name in pale grey, so the reason is in the description. */
function nothingToChoose(description: string): INodePropertyOptions {
	return { name: 'Nothing to Choose From', description, value: '', disabled: true };
}

/**
 * The chosen ID of a resource locator in the open panel.
 *
 * @returns undefined if nothing is chosen, or an expression chooses it. A segment of dots would lead out of the path,
 * so it counts as nothing.
 */
function chosenId(context: ILoadOptionsFunctions, field: string): string | undefined {
	const value = context.getCurrentNodeParameter(field, { extractValue: true });
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const id = String(value).trim();
	return /^\.*$/.test(id) || id.startsWith('=') ? undefined : id;
}

/**
 * Makes the options of a dropdown. n8n keeps entries that were chosen from an earlier list, and sends them, so these
 * are listed, too, with a note that they don't belong here. An empty list says why it is empty.
 *
 * @param field the dropdown's field
 * @param offered what can be chosen
 * @param findGroups returns the groups in which to look up the names of such entries; called only if there are any
 */
async function toOptions(
	context: ILoadOptionsFunctions,
	field: string,
	offered: ListItem[],
	words: Words,
	findGroups: () => Promise<IDataObject[]> = async () => [],
): Promise<INodePropertyOptions[]> {
	const value = context.getCurrentNodeParameter(field);
	const chosen: unknown[] = Array.isArray(value) ? value : [];
	const offeredIds = new Set<unknown>(offered.map((choice) => choice.value));
	const missing = chosen.filter(
		(id): id is string => typeof id === 'string' && id !== '' && !offeredIds.has(id),
	);
	const groups = missing.length === 0 ? [] : await findGroups();
	const note = words.missing === undefined ? '' : ` (${words.missing})`;
	return [
		...(offered.length === 0 ? [nothingToChoose(words.empty)] : offered),
		...missing.map((id) => {
			const name = groups.find(({ phone }) => phone === id)?.name;
			return { name: `${typeof name === 'string' && name !== '' ? name : id}${note}`, value: id };
		}),
	];
}

async function getCommunity(
	context: ILoadOptionsFunctions,
	communityId: string,
): Promise<IDataObject[]> {
	const path = `/communities-metadata/${encodeURIComponent(communityId)}`;
	const metadata = (await apiGet.call(context, path)) as IDataObject | null;
	return objectsIn(metadata?.subGroups);
}

function groupChoices(groups: IDataObject[]): ListItem[] {
	return toListItems(groups.map(({ name, phone }) => ({ name, id: phone })));
}

async function getParticipants(context: ILoadOptionsFunctions, phone: string): Promise<ListItem[]> {
	const path = `/light-group-metadata/${encodeURIComponent(phone)}`;
	const metadata = (await apiGet.call(context, path)) as IDataObject | null;
	const participants = objectsIn(metadata?.participants);
	return toListItems(
		participants.map(({ phone: id, name, short }) => ({ id, name: name || short })),
	);
}

/**
 * Groups for the *Group Names or IDs* field: to unlink, those of the chosen community; to link, all groups of the
 * connected number. An announcement group can't leave its community, so it is left out if Z-API marks it.
 *
 * @throws NodeOperationError in words for the user
 * @see https://developer.z-api.io/communities/community-metadata and https://developer.z-api.io/group/get-groups
 */
export const getCommunityGroups = dropdown(async function () {
	const getAllGroups = async () => await apiGetAll.call(this, '/groups');
	if (this.getCurrentNodeParameter('operation') === 'linkGroups') {
		return await toOptions(this, 'groupsPhones', groupChoices(await getAllGroups()), {
			empty: "The connected number isn't in any group.",
			missing: 'not one of your groups',
		});
	}
	const communityId = chosenId(this, 'communityId');
	if (communityId === undefined) {
		return await toOptions(this, 'groupsPhones', [], chooseFirst('community'), getAllGroups);
	}
	const groups = await getCommunity(this, communityId);
	const offered = groups.filter(({ isGroupAnnouncement }) => isGroupAnnouncement !== true);
	const words: Words = {
		empty: "This community has no other groups. Its announcement group can't be unlinked.",
		missing: 'not in this community',
	};
	return await toOptions(this, 'groupsPhones', groupChoices(offered), words, getAllGroups);
});

/**
 * The participants of the chosen group. Z-API knows the names only of people in the phone's contacts.
 *
 * @throws NodeOperationError in words for the user
 * @see https://developer.z-api.io/group/light-group-metadata
 */
export const getGroupParticipants = dropdown(async function () {
	const groupId = chosenId(this, 'groupId');
	if (groupId === undefined) return await toOptions(this, 'phones', [], chooseFirst('group'));
	return await toOptions(this, 'phones', await getParticipants(this, groupId), {
		empty: "Z-API doesn't list this group's participants.",
		missing: 'not in this group',
	});
});

/**
 * The participants of the chosen community, which are those of its announcement group.
 *
 * @throws NodeOperationError in words for the user
 * @see https://developer.z-api.io/communities/introduction
 */
export const getCommunityParticipants = dropdown(async function () {
	const communityId = chosenId(this, 'communityId');
	if (communityId === undefined) {
		return await toOptions(this, 'phones', [], chooseFirst('community'));
	}
	const groups = await getCommunity(this, communityId);
	const announcement = groups.find(({ isGroupAnnouncement }) => isGroupAnnouncement === true);
	const phone = announcement?.phone;
	const isKnown = typeof phone === 'string' && !/^\.*$/.test(phone);
	return await toOptions(this, 'phones', isKnown ? await getParticipants(this, phone) : [], {
		empty: "Z-API doesn't list this community's participants.",
		missing: 'not in this community',
	});
});

/**
 * The products of one's own catalog.
 *
 * @throws NodeOperationError in words for the user
 * @see https://developer.z-api.io/business/get-products-v2
 */
export const getProducts = dropdown(async function () {
	const call = { method: 'POST', path: '/catalogs' } as const;
	const products = await apiGetChained.call(this, call, 'products');
	const choices = toListItems(products.map(({ name, id }) => ({ name, id })));
	return await toOptions(this, 'productIds', choices, {
		empty: 'Your catalog has no products. Add one in WhatsApp, or with Product: Create or Update.',
		missing: 'not in your catalog',
	});
});

/**
 * The categories that a business can have.
 *
 * @throws NodeOperationError in words for the user
 * @see https://developer.z-api.io/business/available-categories
 */
export const getBusinessCategories = dropdown(async function () {
	const categories = await apiGetList.call(this, '/business/available-categories');
	const choices = toListItems(categories.map(({ displayName: name, id }) => ({ name, id })));
	return await toOptions(this, 'categories', choices, {
		empty: "Z-API doesn't list any categories.",
	});
});
