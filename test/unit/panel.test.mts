import { NodeHelpers } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';
import { resourceProperties, resources } from '../../nodes/ZApi/resources/index.ts';
import { ZApi } from '../../nodes/ZApi/ZApi.node.ts';

const { description } = new ZApi();

/** The option for the largest file, of each operation that has it. */
const limits = resources.flatMap((resource) =>
	resource.operations.flatMap((operation) =>
		(operation.options ?? [])
			.flatMap(({ properties }) => properties)
			.filter(({ name }) => name === 'largestFileMegabytes')
			.map((option) => ({ resource: resource.name, operation: operation.name, option })),
	),
);

it.each(limits)(
	'$resource: $operation asks for the largest file where a file of a previous step is sent only',
	({ option }) => {
		const offered = ['file', 'text'].filter((mediaSource) =>
			NodeHelpers.displayParameter({}, option, null, description, { mediaSource }),
		);
		expect(offered).toEqual(['file']);
	},
);

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
