import { CredentialTestContext, LoadOptionsContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	ILoadOptionsFunctions,
	INodeCredentialTestResult,
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import {
	additionalDataFor,
	credentialOf,
	credentialsHelperFor,
	loadPackage,
	nodeTypesOf,
	zApiNode,
	type LoadedPackage,
	type RunOptions,
} from './harness.mts';
import { takeLog, textOf } from './log.mts';
import { expectNoSecret } from './secrets.mts';

/** @returns what a credential holds outside of a run, where n8n leaves out an expression about an item */
export function withoutField(
	account: RunOptions['account'],
	left: string,
): ICredentialDataDecryptedObject {
	return Object.fromEntries(
		Object.entries(credentialOf(account)).filter(([name]) => name !== left),
	);
}

async function loadOptionsContext(
	account: RunOptions['account'],
	parameters: INodeParameters,
	credential: ICredentialDataDecryptedObject = credentialOf(account),
): Promise<{ context: ILoadOptionsFunctions; loaded: LoadedPackage }> {
	const loaded = await loadPackage();
	const node = zApiNode(parameters);
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: nodeTypesOf(loaded),
	});
	const additionalData = additionalDataFor(credentialsHelperFor(loaded.credentialType, credential));
	additionalData.currentNodeParameters = parameters;
	return { context: new LoadOptionsContext(workflow, node, additionalData, ''), loaded };
}

/** Runs a picker; whatever it gives or throws is searched for secrets. */
async function runPicker<Result>(
	account: RunOptions['account'],
	pick: () => Promise<Result>,
): Promise<Result> {
	try {
		const result = await pick();
		expectNoSecret(account, textOf(result));
		return result;
	} catch (error) {
		expectNoSecret(account, textOf(error), takeLog());
		throw error;
	}
}

/** Opens a searchable picker, as the editor does. */
export async function searchList(
	account: RunOptions['account'],
	method: string,
	filter?: string,
	parameters: INodeParameters = {},
	credential?: ICredentialDataDecryptedObject,
): Promise<INodeListSearchResult> {
	const { context, loaded } = await loadOptionsContext(account, parameters, credential);
	const search = Object.assign(
		{},
		loaded.node.methods?.listSearch,
		loaded.trigger.methods?.listSearch,
	)[method];
	if (!search) throw new Error(`No list search ${method}`);
	return await runPicker(account, () => search.call(context, filter));
}

/** Opens a dropdown whose options come from Z-API, as the editor does. */
export async function loadOptions(
	account: RunOptions['account'],
	method: string,
	parameters: INodeParameters,
	credential?: ICredentialDataDecryptedObject,
): Promise<INodePropertyOptions[]> {
	const { context, loaded } = await loadOptionsContext(account, parameters, credential);
	const load = loaded.node.methods?.loadOptions?.[method];
	if (!load) throw new Error(`No options ${method}`);
	return await runPicker(account, () => load.call(context));
}

/** Tests a credential, as saving it does. */
export async function testCredential(
	account: RunOptions['account'],
	credential: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const { node, credentialType } = await loadPackage();
	const testedBy = node.description.credentials?.[0]?.testedBy;
	const test = typeof testedBy === 'string' ? node.methods?.credentialTest?.[testedBy] : undefined;
	if (!test) throw new Error('The node does not test its credential');
	const context = new CredentialTestContext(
		additionalDataFor(credentialsHelperFor(credentialType, credential)),
	);
	const decrypted: ICredentialsDecrypted = {
		id: '1',
		name: 'Z-API',
		type: 'zApi',
		data: credential,
	};
	const result = await test.call(context as unknown as ICredentialTestFunctions, decrypted);
	expectNoSecret(account, textOf(result), takeLog());
	return result;
}
