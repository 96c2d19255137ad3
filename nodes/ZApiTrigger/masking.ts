import type { IDataObject } from 'n8n-workflow';
import { HIDDEN } from '../ZApi/transport/secrets';
import type { TriggerEvent } from './events';

/** A proxy's address in a text, less what may say who uses it. The host stays: it tells which proxy is meant. */
function hideProxyAccess(text: string): string {
	return (
		text
			// A password may itself hold an @.
			.replace(/:\/\/.*@/gs, `://${HIDDEN}@`)
			.replace(/(:\/\/[^\s:/@)]+:\d+):[^\s)]*/g, `$1:${HIDDEN}`)
	);
}

/**
 * Hides what an event says about the account: the instance, which is part of its address, and the access to its
 * proxy.
 *
 * @param event what the body is about
 * @param body what Z-API posted
 * @returns a copy that can be shown
 */
export function hideAccount({ value: event }: TriggerEvent, body: IDataObject): IDataObject {
	const shown =
		event === 'proxyFailed'
			? (JSON.parse(JSON.stringify(body), (_key, value: unknown) =>
					typeof value === 'string' ? hideProxyAccess(value) : value,
				) as IDataObject)
			: body;
	return { ...shown, instanceId: HIDDEN };
}
