import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
	PreSendAction,
} from 'n8n-workflow';

const communityId: INodeProperties = {
	displayName: 'Community',
	name: 'communityId',
	type: 'resourceLocator',
	default: { mode: 'id', value: '' },
	modes: [{ displayName: 'By ID', name: 'id', type: 'string' }],
};

const groupsPhones: INodeProperties = {
	displayName: 'Groups',
	name: 'groupsPhones',
	type: 'string',
	default: '',
};

function description(properties: INodeProperties[]): INodeTypeDescription {
	return {
		displayName: 'Floor',
		name: 'floor',
		group: ['output'],
		version: 1,
		description: '',
		defaults: { name: 'Floor' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'zApi', required: true }],
		properties,
	};
}

async function photoOf(context: IExecuteFunctions, item: number): Promise<string> {
	const content = await context.helpers.getBinaryDataBuffer(item, 'data');
	return `data:image/png;base64,${content.toString('base64')}`;
}

/**
 * The least that a node can do: it reads its two parameters for each item, and sends all requests at once. It
 * checks nothing, and explains no error.
 *
 * @param address the server
 * @param sendsFile whether each item's file is sent, in place of its groups
 */
export function floorNode(address: string, sendsFile: boolean): INodeType {
	return {
		description: description([communityId, groupsPhones]),
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const send = async (item: number): Promise<INodeExecutionData> => {
				const id = this.getNodeParameter('communityId', item, undefined, {
					extractValue: true,
				}) as string;
				const request: IHttpRequestOptions = {
					method: 'POST',
					url: `${address}/${sendsFile ? 'update-community-photo' : 'communities/unlink'}`,
					headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
					body: sendsFile
						? { communityId: id, communityPhoto: await photoOf(this, item) }
						: { communityId: id, groupsPhones: [this.getNodeParameter('groupsPhones', item)] },
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

function declarativeNode(address: string, properties: INodeProperties[]): INodeType {
	return {
		description: {
			...description(properties),
			requestDefaults: {
				method: 'POST',
				url: `${address}/communities/unlink`,
				headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
			},
		},
	};
}

/**
 * The least that a declarative node can be: two fields, sent in the body of one request. n8n's engine does all
 * the work, and nothing of it is ours.
 *
 * @param address the server
 */
export function declarativeMinimum(address: string): INodeType {
	const inBody = (field: INodeProperties): INodeProperties => ({
		...field,
		routing: { send: { type: 'body', property: field.name } },
	});
	return declarativeNode(address, [inBody(communityId), inBody(groupsPhones)]);
}

/**
 * The quickest that a declarative node can be: n8n's engine knows nothing about its fields, and a function reads
 * them. The engine evaluates their expressions all the same, once in each of its two walks over the fields.
 *
 * @param address the server
 */
export function declarativeReader(address: string): INodeType {
	const read: PreSendAction = function (request) {
		request.body = {
			communityId: this.getNodeParameter('communityId', undefined, { extractValue: true }),
			groupsPhones: [this.getNodeParameter('groupsPhones')],
		};
		return Promise.resolve(request);
	};
	const reader: INodeProperties = {
		displayName: 'Reader',
		name: 'reader',
		type: 'hidden',
		default: '',
		routing: { send: { preSend: [read] } },
	};
	return declarativeNode(address, [reader, communityId, groupsPhones]);
}
