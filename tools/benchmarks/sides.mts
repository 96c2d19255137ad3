import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INodeParameters,
	INodeType,
	INodeTypeDescription,
	IVersionedNodeType,
} from 'n8n-workflow';
import type { Engine } from './engine.mts';
import { floorNode } from './floor.mts';
import { keepAliveNode } from './keepAlive.mts';

/** Where the packages that take part are installed. */
export interface Folders {
	/** The n8n that runs all sides; see the launcher's cache. */
	n8n: string;
	/** The package of this project, as a user would have it. */
	ours: string;
	/** The package `n8n-nodes-evolution-api`. */
	evolution: string;
	/** A folder for what n8n wants to write. */
	scratch: string;
}

/** Who takes part, in the words of the tables. */
export const SIDES = {
	ours: 'This package',
	engine: "This package, carried out by n8n's engine",
	alone: 'This package with one operation',
	http: 'HTTP Request',
	httpFields: 'HTTP Request, body as two fields',
	evolution: 'n8n-nodes-evolution-api',
	floor: 'Floor',
	few: 'This package, Requests at Once 50',
	keepAlive: 'A client that keeps its connections',
	photo: 'This package, Update Photo',
	noOp: "n8n's No Operation node",
} as const;

export type SideName = keyof typeof SIDES;

/** A node that takes part, with everything it needs to make its calls. */
export interface Side {
	nodeType: INodeType;
	/** The node's name, as n8n knows it. */
	type: string;
	typeVersion: number;
	parameters: INodeParameters;
	credentialType: ICredentialType;
	credential: ICredentialDataDecryptedObject;
}

const COMMUNITY = '120363019502650977';

function fromItem(field: string) {
	return { __rl: true, mode: 'id', value: `={{ $json.${field} }}` };
}

/** What users give for Unlink Groups: both fields come from the item. */
export const UNLINK_PARAMETERS: INodeParameters = {
	resource: 'community',
	operation: 'unlinkGroups',
	communityId: fromItem('communityId'),
	groupsPhones: '={{ $json.groupId }}',
};

const PHOTO_PARAMETERS: INodeParameters = {
	resource: 'group',
	operation: 'updatePhoto',
	groupId: fromItem('groupId'),
	mediaSource: 'file',
	binaryPropertyName: 'data',
};

/** The same call by n8n's own node, with the body as people write it. */
export function httpRequestParameters(address: string): INodeParameters {
	return {
		method: 'POST',
		url: `${address}/communities/unlink`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'zApi',
		sendBody: true,
		contentType: 'json',
		specifyBody: 'json',
		jsonBody:
			'={ "communityId": "{{ $json.communityId }}", "groupsPhones": ["{{ $json.groupId }}"] }',
		options: {},
	};
}

/** @returns an account at the server, in the form that Z-API's have */
export function accountAt(address: string) {
	return {
		instance: '3C01A2B3C4D5E6F7081920A1B2C3D4E5',
		token: '8F7E6D5C4B3A29180716253443526170',
		clientToken: 'F0e1d2c3b4a5968778695a4b3c2d1e0fS',
		baseUrl: address,
	};
}

/** @returns the data of one item, which has what any of the sides asks for */
export function itemData(index: number): IDataObject {
	const number = String(index).padStart(6, '0');
	return {
		communityId: COMMUNITY,
		groupId: `120363019502${number}-group`,
		phone: `5544999${number}`,
		text: `Message ${number}`,
	};
}

/** Loads a built package as n8n's server does, from the `n8n` block of its package.json. */
async function loadPackage(engine: Engine, folder: string, name: string) {
	const loader = new engine.core.PackageDirectoryLoader(folder);
	await loader.loadAll();
	return {
		nodeType: engine.workflow.NodeHelpers.getVersionedNodeType(loader.getNode(name).type),
		credentialType: loader.getCredential(name).type,
	};
}

function httpRequestNode(engine: Engine): { nodeType: INodeType; typeVersion: number } {
	const path = 'n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js';
	const { HttpRequest } = engine.require(path) as { HttpRequest: new () => IVersionedNodeType };
	const node = new HttpRequest();
	const { defaultVersion } = node.description;
	const typeVersion = defaultVersion ?? Math.max(...Object.keys(node.nodeVersions).map(Number));
	return { nodeType: node.getNodeType(typeVersion), typeVersion };
}

/** Sends nothing: what is left is what n8n itself does with the items. */
function noOpNode(engine: Engine): INodeType {
	const { NoOp } = engine.require('n8n-nodes-base/dist/nodes/NoOp/NoOp.node.js') as {
		NoOp: new () => INodeType;
	};
	return new NoOp();
}

/** The description as if the node had no other operation than Unlink Groups. */
function withOneOperation(description: INodeTypeDescription): INodeTypeDescription {
	const isShown = ({ displayOptions }: (typeof description.properties)[number]) => {
		const { resource = ['community'], operation = ['unlinkGroups'] } = displayOptions?.show ?? {};
		return resource.includes('community') && operation.includes('unlinkGroups');
	};
	return { ...description, properties: description.properties.filter(isShown) };
}

/**
 * Makes one side ready to run.
 *
 * @param engine n8n's libraries
 * @param address the server
 */
export async function prepareSide(
	engine: Engine,
	name: SideName,
	folders: Folders,
	address: string,
): Promise<Side> {
	const { nodeType, credentialType } = await loadPackage(engine, folders.ours, 'zApi');
	const ours: Side = {
		nodeType,
		type: 'n8n-nodes-z-api.zApi',
		typeVersion: 1,
		parameters: UNLINK_PARAMETERS,
		credentialType,
		credential: accountAt(address),
	};
	const http = { ...ours, type: 'n8n-nodes-base.httpRequest', ...httpRequestNode(engine) };

	switch (name) {
		case 'ours':
			return ours;
		case 'engine':
			delete nodeType.customOperations;
			return ours;
		case 'alone':
			nodeType.description = withOneOperation(nodeType.description);
			return ours;
		case 'photo':
			return { ...ours, parameters: PHOTO_PARAMETERS };
		case 'floor':
			return { ...ours, nodeType: floorNode(address), type: 'bench.floor' };
		case 'few': {
			const parameters = { ...UNLINK_PARAMETERS, options: { requestsAtOnce: 50 } };
			return { ...ours, parameters };
		}
		case 'noOp':
			return { ...ours, nodeType: noOpNode(engine), type: 'n8n-nodes-base.noOp', parameters: {} };
		case 'keepAlive':
			return { ...ours, nodeType: keepAliveNode(address), type: 'bench.keepAlive' };
		case 'http':
			return { ...http, parameters: httpRequestParameters(address) };
		case 'httpFields': {
			const bodyParameters = {
				parameters: [
					{ name: 'communityId', value: '={{ $json.communityId }}' },
					{ name: 'groupsPhones', value: '={{ [$json.groupId] }}' },
				],
			};
			const specifyBody = 'keypair';
			const parameters = { ...httpRequestParameters(address), specifyBody, bodyParameters };
			return { ...http, parameters };
		}
		case 'evolution': {
			const peer = await loadPackage(engine, folders.evolution, 'evolutionApi');
			return {
				...peer,
				type: 'n8n-nodes-evolution-api.evolutionApi',
				typeVersion: 1,
				parameters: {
					resource: 'messages-api',
					operation: 'send-text',
					instanceName: 'bench',
					remoteJid: '={{ $json.phone }}',
					messageText: '={{ $json.text }}',
					options_message: {},
				},
				credential: { 'server-url': address, apikey: 'key' },
			};
		}
	}
}
