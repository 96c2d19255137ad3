import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { readAccount } from '../../shared/account/account';
import { events } from '../events';
import {
	readEvents,
	readFileOptions,
	readFilterParameters,
	readIgnoreRepeats,
	readJoinWithin,
	readOnlyAfter,
	readOption,
	readPauseOptions,
	readSwitch,
} from '../parameters';
import { instancePseudonym } from '../receiving/redactEvent';
import { checkReachableByZApi, unreadableCredential } from './registrationErrors';
import type { Remembered, Self, Why } from './facts';
import { ping } from './ping';
import type { Registrant, Store } from './settle';
import { isOfTest, keyOf } from './webhookAddress';
import { readWebhookSettings, setAddress, setNotifySentByMe } from './webhookSettings';
import { RECEIVED, slotsFor } from './webhookSlots';

/** @returns where n8n receives the events of a node */
export function ownAddressOf(context: IHookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}

/** @returns whether a node is being tested in the editor: n8n does that with a workflow that is never active */
export function isTestOf(context: IHookFunctions): boolean {
	return !context.getWorkflow().active || isOfTest(ownAddressOf(context));
}

/** @returns why n8n calls a hook that registers the node */
export function whyOf(context: IHookFunctions): Exclude<Why, 'end' | 'again'> {
	if (isTestOf(context)) return 'test';
	return ['init', 'leadershipChange'].includes(context.getActivationMode()) ? 'start' : 'publish';
}

/** @returns what tells nodes of this process apart */
export function idOf(context: Pick<IHookFunctions, 'getNode' | 'getWorkflow'>): string {
	return `${context.getWorkflow().id} ${context.getNode().id}`;
}

/** @returns a node as far as it matters for giving back what it has */
export function readIdentity(context: IHookFunctions): Self {
	const address = ownAddressOf(context);
	return {
		address,
		key: keyOf(address, context.getNode().webhookId !== undefined),
		isTest: isTestOf(context),
		workflow: String(context.getWorkflow().id),
		wants: [],
		wantsSentByMe: false,
		replaces: false,
	};
}

/**
 * Reads what a node wants. It is better to refuse what the user has entered now than with each event.
 *
 * @throws NodeOperationError when the node isn't filled in, or has a value that can't be meant
 */
export async function readSelf(context: IHookFunctions): Promise<Self> {
	const chosen = readEvents(context).map(({ callback }) => callback.type);
	// A credential that can't be read is refused by `registrantOf`.
	const account = await context
		.getCredentials('zApi')
		.then(readAccount)
		.catch(() => undefined);
	if (account) readFilterParameters(context, account);
	readFileOptions(context);
	readSwitch(context, 'simplify', true);
	readOption(context, 'acceptWithoutToken');
	readOption(context, 'addAiFields');
	readOption(context, 'explain');
	readIgnoreRepeats(context);
	readJoinWithin(context);
	readOnlyAfter(context);
	const { milliseconds, resumeWord } = readPauseOptions(context);
	// What somebody writes by hand pauses the chat, or ends that, also where it starts nothing.
	const listensToOwn = milliseconds > 0 || resumeWord !== '';
	const types = events.map(({ callback }) => callback.type).filter((type) => chosen.includes(type));
	return {
		...readIdentity(context),
		wants: slotsFor(types),
		wantsSentByMe:
			types.includes(RECEIVED) && (readSwitch(context, 'alsoSentByMe', false) || listensToOwn),
		replaces: readOption(context, 'replaceExisting'),
	};
}

/** What a node stores in n8n's database. */
interface StaticData {
	/** A name of the instance at which it is registered, from which the instance can't be found out. */
	instance?: string;
	registered?: Remembered;
}

/** @returns what n8n keeps of a node; nothing of what it held at another instance, with another credential */
function storeOf(context: IHookFunctions, instance: string): Store {
	const name = instancePseudonym(instance);
	const data: StaticData = context.getWorkflowStaticData('node');
	const read = () => {
		const { registered = {} } = data.instance === name ? data : {};
		return JSON.parse(JSON.stringify(registered)) as Remembered;
	};
	const write = (taken: Remembered) => {
		// n8n saves whatever was touched.
		if (isSame(read(), taken)) return;
		Object.assign(data, { instance: name, registered: taken });
	};
	return { read, write };
}

function isSame(one: Remembered, other: Remembered): boolean {
	const sorted = (remembered: Remembered) =>
		JSON.stringify(
			Object.keys(remembered)
				.sort()
				.map((slot) => [slot, remembered[slot]?.address, remembered[slot]?.before]),
		);
	return sorted(one) === sorted(other);
}

/** @returns whether n8n keeps nothing of a node, at whichever instance */
export function hasNothingStored(context: IHookFunctions): boolean {
	const { registered }: StaticData = context.getWorkflowStaticData('node');
	return Object.keys((registered ?? {}) as IDataObject).length === 0;
}

/**
 * Reads the credential, and brings together what a node needs to register. Unlike what the node's fields hold, this can
 * be read at any time.
 *
 * @throws Hopeless when the credential can't be read, or Z-API couldn't reach this n8n
 */
export async function registrantOf(context: IHookFunctions, self: Self): Promise<Registrant> {
	const account = await context
		.getCredentials('zApi')
		.then(readAccount)
		.catch((error: unknown) => {
			throw unreadableCredential(error);
		});
	if (self.wants.length > 0) checkReachableByZApi(self.address, account.baseUrl);
	return {
		self,
		instance: `${account.baseUrl.href} ${account.instance}`,
		store: storeOf(context, account.instance),
		ports: {
			readSettings: async () => await readWebhookSettings(context),
			setAddress: async (slot, address) => await setAddress(context, slot, address),
			setNotifySentByMe: async (isOn) => await setNotifySentByMe(context, isOn),
			ping: async (address) => await ping(context, account.token, address),
		},
	};
}
