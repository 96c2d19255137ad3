import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';

/**
 * The least that a node can do: it reads its two parameters for each item, and sends all requests at once. It
 * checks nothing, and explains no error.
 *
 * @param address the server
 */
export function floorNode(address: string): INodeType {
	return {
		description: {
			displayName: 'Floor',
			name: 'floor',
			group: ['output'],
			version: 1,
			description: '',
			defaults: { name: 'Floor' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: 'zApi', required: true }],
			properties: [
				{
					displayName: 'Community',
					name: 'communityId',
					type: 'resourceLocator',
					default: { mode: 'id', value: '' },
					modes: [{ displayName: 'By ID', name: 'id', type: 'string' }],
				},
				{ displayName: 'Groups', name: 'groupsPhones', type: 'string', default: '' },
			],
		},
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const send = async (item: number): Promise<INodeExecutionData> => {
				const options = { extractValue: true };
				const communityId = this.getNodeParameter('communityId', item, undefined, options);
				const request: IHttpRequestOptions = {
					method: 'POST',
					url: `${address}/communities/unlink`,
					headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
					body: { communityId, groupsPhones: [this.getNodeParameter('groupsPhones', item)] },
				};
				const json = (await this.helpers.httpRequestWithAuthentication.call(
					this,
					'zApi',
					request,
				)) as IDataObject;
				return { json };
			};
			return [await Promise.all(this.getInputData().map((_, item) => send(item)))];
		},
	};
}
