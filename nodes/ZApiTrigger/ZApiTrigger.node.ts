import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	IHookFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	ITriggerFunctions,
	ITriggerResponse,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { testConnection } from '../shared/requests/connectionTest';
import { searchChats } from '../shared/pickers/listSearch';
import { ConversationMemory } from './conversations/store';
import { ALL_EVENTS, events } from './events';
import { finish } from './holding/finish';
import { attachHolder, connectHeld, flushHeld, Holder } from './holding/holder';
import { triggerProperties } from './properties';
import { receive } from './receiving/receive';
import { ProcessMemory } from './registration/memory';
import { isRegistered, register, unregister } from './registration/registration';
import { attach } from './registration/start';

/** What this process of n8n knows of registrations. */
const memory = new ProcessMemory();

/** What it knows about chats. */
const conversations = new ConversationMemory();

/** The messages that wait for others. */
const holder = new Holder();

/** The names in the dropdown, by the events' values. */
const EVENT_NAMES = Object.fromEntries([
	[ALL_EVENTS, 'All Events'],
	...events.map(({ name, value }) => [value, name]),
]);

export class ZApiTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Z-API Trigger',
		name: 'zApiTrigger',
		icon: { light: 'file:../ZApi/zApi.svg', dark: 'file:../ZApi/zApi.dark.svg' },
		group: ['trigger'],
		// For each event of a node of version 1, n8n starts a JavaScript engine to evaluate one of its own expressions.
		version: [1, 1.1, 1.2],
		defaultVersion: 1.2,
		subtitle: `={{ [$parameter["events"]].flat().map((event) => (${JSON.stringify(EVENT_NAMES)})[event] ?? event).join(", ") }}`,
		// The nodes panel has one entry for both nodes, which shows the trigger's description.
		description:
			'Send WhatsApp messages and manage chats, groups and communities through Z-API, or start a workflow when something happens on WhatsApp',
		eventTriggerDescription:
			'Now trigger an event: for example, send a WhatsApp message to your number',
		triggerPanel: {
			header: 'Listen for an event from WhatsApp',
			executionsHelp:
				'Click the button, then trigger an event: for example, send a WhatsApp message to your number. Once you publish the workflow, it starts automatically with every event.',
		},
		activationMessage: 'Z-API now sends the chosen events to this workflow.',
		defaults: { name: 'Z-API Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'zApi', required: true, testedBy: 'testConnection' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Without this, n8n responds with the name of one of its modes.
				responseData: '',
				path: 'webhook',
				// The node tells Z-API the address, so nobody has to copy it.
				ndvHideUrl: true,
				ndvHideMethod: true,
			},
		],
		properties: triggerProperties,
	};

	methods = {
		credentialTest: { testConnection },
		listSearch: { searchChats },
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				connectHeld(this, holder);
				return await isRegistered(this, memory);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await register(this, memory);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await flushHeld(this, holder);
				await unregister(this, memory);
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive.call(this, { conversations, holder });
	}

	/** Only a node that has this is started when n8n starts. */
	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		const end = attachHolder(this, holder);
		const { closeFunction } = attach(this, memory);
		return {
			closeFunction: async () => {
				end();
				await closeFunction?.();
			},
		};
	}

	/**
	 * The items come from {@link webhook}, or from messages that waited. Without this, n8n would ask a node that has
	 * `trigger` for items.
	 */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await finish(this, holder)];
	}
}
