import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INodeParameters,
	INodeType,
	IVersionedNodeType,
} from 'n8n-workflow';
import type { Engine } from './engine.mts';
import { declarativeMinimum, declarativeReader, floorNode } from './floors.mts';
import type { Job } from './job.mts';
import { multiplyOperations } from './multiply.mts';

/** Who takes part. */
export type SideName =
	| 'ours'
	| 'http'
	| 'evolution'
	| 'floor'
	| 'floorConstants'
	| 'declarative'
	| 'declarativeReader'
	| 'oursPhoto'
	| 'floorPhoto';

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

const COMMUNITY_PARAMETER = { __rl: true, mode: 'id', value: '={{ $json.communityId }}' };

/** What users give for Unlink Groups: both fields come from the item. */
const UNLINK_PARAMETERS: INodeParameters = {
	resource: 'community',
	operation: 'unlinkGroups',
	communityId: COMMUNITY_PARAMETER,
	groupsPhones: '={{ $json.groupId }}',
};

const PHOTO_PARAMETERS: INodeParameters = {
	resource: 'community',
	operation: 'updatePhoto',
	communityId: COMMUNITY_PARAMETER,
	photoSource: 'file',
	binaryPropertyName: 'data',
};

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

interface LoadedPackage {
	node: INodeType;
	credentialType: ICredentialType;
}

/** Loads a built package as n8n's server does, from the `n8n` block of its package.json. */
async function loadPackage(engine: Engine, folder: string, name: string): Promise<LoadedPackage> {
	const loader = new engine.core.PackageDirectoryLoader(folder);
	await loader.loadAll();
	return {
		node: engine.workflow.NodeHelpers.getVersionedNodeType(loader.getNode(name).type),
		credentialType: loader.getCredential(name).type,
	};
}

/** @returns the newest version of n8n's HTTP Request node */
export function httpRequestNode(engine: Engine): { nodeType: INodeType; typeVersion: number } {
	const path = 'n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js';
	const { HttpRequest } = engine.require(path) as { HttpRequest: new () => IVersionedNodeType };
	const node = new HttpRequest();
	const { defaultVersion } = node.description;
	const typeVersion = defaultVersion ?? Math.max(...Object.keys(node.nodeVersions).map(Number));
	return { nodeType: node.getNodeType(typeVersion), typeVersion };
}

/**
 * Makes one side ready to run.
 *
 * @param engine n8n's libraries
 * @param job which side, and the server it talks to
 * @param latencyMilliseconds how long the server takes for an answer
 */
export async function prepareSide(
	engine: Engine,
	job: Job,
	latencyMilliseconds: number,
): Promise<Side> {
	const address = `${job.server}/${latencyMilliseconds}`;
	const { node, credentialType } = await loadPackage(engine, job.folders.ours, 'zApi');
	const ours: Side = {
		nodeType: node,
		type: 'n8n-nodes-z-api.zApi',
		typeVersion: 1,
		parameters: UNLINK_PARAMETERS,
		credentialType,
		credential: {
			instance: '3C01A2B3C4D5E6F7081920A1B2C3D4E5',
			token: '8F7E6D5C4B3A29180716253443526170',
			clientToken: 'F0e1d2c3b4a5968778695a4b3c2d1e0fS',
			baseUrl: address,
		},
	};

	switch (job.side) {
		case 'ours':
			if (job.multiple !== undefined) multiplyOperations(node, job.multiple);
			return ours;
		case 'oursPhoto':
			return { ...ours, parameters: PHOTO_PARAMETERS };
		case 'floor':
		case 'floorConstants':
		case 'floorPhoto':
			return {
				...ours,
				nodeType: floorNode(address, job.side === 'floorPhoto'),
				type: 'bench.floor',
				parameters:
					job.side === 'floorConstants'
						? { communityId: COMMUNITY, groupsPhones: '120363019502000000-group' }
						: UNLINK_PARAMETERS,
			};
		case 'declarative':
			return { ...ours, nodeType: declarativeMinimum(address), type: 'bench.declarative' };
		case 'declarativeReader':
			return { ...ours, nodeType: declarativeReader(address), type: 'bench.declarative' };
		case 'http':
			return {
				...ours,
				...httpRequestNode(engine),
				type: 'n8n-nodes-base.httpRequest',
				parameters: {
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
				},
			};
		case 'evolution': {
			const peer = await loadPackage(engine, job.folders.evolution, 'evolutionApi');
			return {
				nodeType: peer.node,
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
				credentialType: peer.credentialType,
				credential: { 'server-url': address, apikey: 'key' },
			};
		}
	}
}
