import { parameterOf, type Item } from '../language/field';
import { locator } from '../language/locator';
import { byName } from '../language/named';
import { toCommunityId } from '../../shared/values/ids';
import { isObject } from '../../shared/values/objects';

const communityByName = byName({
	what: 'community',
	toId: toCommunityId,
	surely: /^[1-9]\d{14,}$/,
	list: async () => ['communities'],
});

/** The community that an operation works on. */
export const communityId = locator('communityId', 'Community', {
	what: 'community',
	search: 'searchCommunities',
	...communityByName,
	id: '120363019502650977',
	hint: "The community's ID, digits only, or its name",
	description: 'The WhatsApp community. The connected number must be one of its admins.',
});

/** @returns the ID of the community that the item's operation works on */
export async function communityOf(item: Item): Promise<string> {
	const given = parameterOf(item, 'communityId');
	const isLocator = isObject(given) && Object.hasOwn(given, 'value');
	const read = communityByName.read(isLocator ? given.value : given, item.settings);
	return String(await communityByName.lookUp(read, item));
}
