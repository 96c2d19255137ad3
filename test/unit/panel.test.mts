import { NodeHelpers, type IDisplayOptions, type INodeProperties } from 'n8n-workflow';
import { changesSomething } from '../../nodes/ZApi/language/operation.ts';
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

/** Of what shows an option, only the operation. */
function byOperation({ show, hide }: IDisplayOptions = {}): IDisplayOptions {
	const pick = (conditions: IDisplayOptions['show']) =>
		conditions?.['/operation'] ? { '/operation': conditions['/operation'] } : {};
	return { show: pick(show), hide: pick(hide) };
}

it('n8n shows each operation its own options, and those of its sort', () => {
	const shownFor = (resource: string, operation: string) =>
		resourceProperties
			.filter(({ name, displayOptions: { show } = {} }) => {
				return name === 'options' && show?.resource?.includes(resource);
			})
			.flatMap(({ options }) => options as INodeProperties[])
			.map((option) => ({ ...option, displayOptions: byOperation(option.displayOptions) }))
			.filter((option) => NodeHelpers.displayParameter({}, option, null, null, { operation }))
			.map(({ name, displayName }) => `${name} ${displayName}`);
	for (const { value: resource, operations } of resources) {
		for (const operation of operations) {
			const { value, options, sendsToChat, waitsForResponse } = operation;
			const own = options.flatMap(({ properties }) => properties);
			const expected = [
				...own.map(({ name, displayName }) => `${name} ${displayName}`),
				'requestsAtOnce Requests at Once',
				...(changesSomething(operation) ? ['dryRun Dry Run'] : []),
				...(sendsToChat && !waitsForResponse
					? [
							'checkConnection Check the Connection First',
							"whenUnclear When It's Unclear Whether It Was Sent",
						]
					: []),
			];
			expect([resource, value, ...shownFor(resource, value).sort()]).toEqual([
				...[resource, value, ...expected.sort()],
			]);
		}
	}
});
