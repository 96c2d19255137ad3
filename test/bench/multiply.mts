import type {
	INodeProperties,
	INodePropertyOptions,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

/** These keep their names in every copy, as they would in a package that grows. */
const SHARED = new Set(['resource', 'operation']);

function displayOptionsOf(
	{ displayOptions }: INodeProperties,
	copy: number,
): INodeProperties['displayOptions'] {
	if (!displayOptions?.show) return displayOptions;
	const show = Object.entries(displayOptions.show).map(([name, values]) => {
		if (name === 'resource') return [name, (values as string[]).map((value) => `${value}${copy}`)];
		return [SHARED.has(name) ? name : `${name}${copy}`, values];
	});
	return { ...displayOptions, show: Object.fromEntries(show) as Record<string, string[]> };
}

/**
 * Makes a node as big as if it had several times its operations: every resource comes again, with all of its
 * operations and fields. The copies' fields have names of their own, since n8n evaluates the expressions of every
 * field that bears a name for which the workflow has a value.
 *
 * @param node the node, which is changed
 * @param times 1 leaves it as it is
 */
export function multiplyOperations(node: INodeType, times: number): void {
	const { properties } = node.description;
	const resource = properties.find(({ name }) => name === 'resource');
	const resources = (resource?.options ?? []) as INodePropertyOptions[];
	// What isn't shown for a resource is n8n's own, or the list of resources.
	const copied = properties.filter(({ displayOptions }) => displayOptions?.show?.resource);
	const copies = Array.from({ length: times - 1 }, (_, index) => index + 2).flatMap((copy) =>
		copied.map((property) => ({
			...property,
			name: SHARED.has(property.name) ? property.name : `${property.name}${copy}`,
			displayOptions: displayOptionsOf(property, copy),
		})),
	);
	const moreResources = Array.from({ length: times - 1 }, (_, index) => index + 2).flatMap((copy) =>
		resources.map((option) => ({ ...option, value: `${String(option.value)}${copy}` })),
	);
	node.description.properties = [
		...properties.map((property) =>
			property === resource ? { ...property, options: [...resources, ...moreResources] } : property,
		),
		...copies,
	];
}

/** @returns how many operations a node offers */
export function countOperations(description: INodeTypeDescription | undefined): number {
	const dropdowns = description?.properties.filter(({ name }) => name === 'operation') ?? [];
	return dropdowns.reduce((sum, { options }) => sum + (options?.length ?? 0), 0);
}
