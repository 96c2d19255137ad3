import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { testConnection } from '../shared/requests/connectionTest';
import * as listSearch from '../shared/pickers/listSearch';
import { customOperationsOf } from './customOperations';
import {
	getBusinessCategories,
	getCommunityGroups,
	getCommunityParticipants,
	getGroupParticipants,
	getProducts,
} from './methods/loadOptions';
import { resourceProperties, resources } from './resources';
import { VERSIONS } from './language/versions';
import { nativeEngineOf } from './runner/nativeEngine';
import { requestDefaults } from '../shared/requests/apiRequest';
import { takeResponse, webhooks } from './sendAndWait/takeResponse';

/** What the canvas shows below the node: the operation and the resource, as in the dropdowns. */
const subtitles = Object.fromEntries(
	resources.flatMap((resource) =>
		resource.operations.map(({ name, value }) => [
			`${resource.value}:${value}`,
			`${name}: ${resource.name}`,
		]),
	),
);

export class ZApi implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Z-API',
		name: 'zApi',
		icon: { light: 'file:zApi.svg', dark: 'file:zApi.dark.svg' },
		group: ['output'],
		version: VERSIONS,
		subtitle: `={{ (${JSON.stringify(subtitles)})[$parameter.resource + ":" + $parameter.operation] }}`,
		description:
			'Send WhatsApp messages, and manage chats, groups, communities and more through Z-API',
		defaults: { name: 'Z-API' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'zApi', required: true, testedBy: 'testConnection' }],
		// There is no base URL here: the credential adds the address, since two of its secrets are part of it.
		requestDefaults,
		requestOperations: { pagination: nativeEngineOf(resources) },
		webhooks,
		properties: resourceProperties,
	};

	/** With these, n8n lets the node carry out its operations. Where n8n doesn't use them, its own engine does so. */
	customOperations = customOperationsOf(resources);

	methods = {
		credentialTest: { testConnection },
		listSearch: { ...listSearch },
		loadOptions: {
			getBusinessCategories,
			getCommunityGroups,
			getCommunityParticipants,
			getGroupParticipants,
			getProducts,
		},
	};

	/** n8n calls this when somebody answers a question that *Send and Wait for Response* asked. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await takeResponse.call(this);
	}
}
