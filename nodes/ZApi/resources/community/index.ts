import type { Resource } from '../operation';
import { unlinkGroups } from './unlinkGroups';

export const community: Resource = {
	name: 'Community',
	value: 'community',
	operations: [unlinkGroups],
};
