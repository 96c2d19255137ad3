import type { WebhookAnswer } from '../../../tools/emulator/emulator.mts';
import type { Launched } from '../../../tools/launcher/launch.mts';
import { TRIGGER, type Execution } from '../../../tools/launcher/workflows/triggerWorkflow.mts';
import type { NodeToAdd } from '../nodeToAdd.mts';
import { editor } from '../session.mts';

/** What the emulator posts events to, without those that it posts nowhere. */
export function addresses({ emulator } = editor.launched): Record<string, string> {
	const { webhooks } = emulator?.state ?? {};
	return Object.fromEntries(Object.entries(webhooks ?? {}).filter(([, address]) => address !== ''));
}

export function changes(): string[] {
	return editor.emulator.requests
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path }) => `${method} ${path}`);
}

/** Lets the emulator post a message, as if someone had written it. */
export async function receive(body: object = {}): Promise<WebhookAnswer | undefined> {
	return await editor.emulator.emit({ type: 'ReceivedCallback', body });
}

/** A message as it is posted. */
export function message({ emulator }: Launched, body: object = {}): object {
	return {
		...{ type: 'ReceivedCallback', instanceId: emulator?.account.instance, messageId: '3EB0' },
		...{ phone: '5511900000001', fromMe: false, text: { message: 'Bom dia' }, ...body },
	};
}

export function trigger(): NodeToAdd {
	return {
		name: TRIGGER,
		type: 'n8n-nodes-z-api.zApiTrigger',
		credentials: editor.credentials,
	};
}

export function messageIds(executions: Execution[]): unknown[] {
	return executions.flatMap(({ items }) => items).map(({ json }) => json.messageId);
}
