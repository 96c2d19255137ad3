import type { INodeProperties } from 'n8n-workflow';
import { resourceProperties, resources } from '../../nodes/ZApi/resources/index.ts';

it.each(resources)('$name shows the fields of each operation in its own order', (resource) => {
	const shownFor = (operation: string) =>
		resourceProperties.filter(
			({ displayOptions: { show } = {} }) =>
				show?.resource?.includes(resource.value) && show.operation?.includes(operation),
		);
	const names = (properties: INodeProperties[]) => properties.map(({ displayName }) => displayName);
	for (const { name, value, fields } of resource.operations) {
		const own = fields.flatMap(({ properties }) => properties);
		expect([name, ...names(shownFor(value))]).toEqual([name, ...names(own)]);
	}
});
