import { Workflow, type INodeParameters, type INodePropertyOptions } from 'n8n-workflow';
import { loadPackage, nodeTypesOf } from './harness.mts';

/** What the canvas shows below a node, as n8n's editor works it out. */
async function subtitleOf(parameters: INodeParameters): Promise<unknown> {
	const loaded = await loadPackage();
	const { subtitle = '' } = loaded.node.description;
	const node = {
		id: '1',
		name: 'Z-API',
		type: 'n8n-nodes-z-api.zApi',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters,
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: nodeTypesOf(loaded),
	});
	return workflow.expression.getSimpleParameterValue(node, subtitle, 'internal', {});
}

it('the canvas calls every operation what its dropdown calls it', async () => {
	const { properties } = (await loadPackage()).node.description;
	const optionsOf = (name: string, resource?: unknown) =>
		properties
			.filter((property) => property.name === name)
			.filter(
				({ displayOptions }) =>
					resource === undefined || displayOptions?.show?.resource?.includes(resource as string),
			)
			.flatMap(({ options = [] }) => options as INodePropertyOptions[]);

	const shown: unknown[] = [];
	const expected: string[] = [];
	for (const resource of optionsOf('resource')) {
		for (const operation of optionsOf('operation', resource.value)) {
			shown.push(await subtitleOf({ resource: resource.value, operation: operation.value }));
			expected.push(`${operation.name}: ${resource.name}`);
		}
	}
	expect(expected).toContain('Get Many: Group');
	expect(shown).toEqual(expected);
});

it('the canvas says nothing of an operation that there is not', async () => {
	expect(await subtitleOf({ resource: 'community', operation: 'fly' })).toBeUndefined();
});
