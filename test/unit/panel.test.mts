import { NodeHelpers } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';
import { resourceProperties, resources } from '../../nodes/ZApi/resources/index.ts';
import { ZApi } from '../../nodes/ZApi/ZApi.node.ts';

const { description } = new ZApi();

/** Each resource's option for the largest file, with an operation that has it. */
const limits = resourceProperties
	.filter(({ name }) => name === 'options')
	.flatMap(({ displayOptions, options = [] }) =>
		(options as INodeProperties[])
			.filter(({ name }) => name === 'largestFileMegabytes')
			.map((option) => ({
				option,
				resource: String(displayOptions?.show?.resource?.[0]),
				operation: String(option.displayOptions?.show?.['/operation']?.[0]),
			})),
	);

it.each(limits)(
	'$resource: $operation asks for the largest file where a file of a previous step is sent only',
	({ option, resource, operation }) => {
		const offered = ['file', 'text'].filter((mediaSource) =>
			NodeHelpers.displayParameter({}, option, null, description, {
				...{ resource, operation, mediaSource },
			}),
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
