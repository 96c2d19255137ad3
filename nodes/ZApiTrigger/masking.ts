import type { IDataObject } from 'n8n-workflow';
import { HIDDEN } from '../shared/account/secrets';
import type { TriggerEvent } from './events';

/**
 * Hides a proxy's address, which may hold a password, in a text. Z-API puts it in brackets; elsewhere, anything
 * that looks like an address is taken for it.
 */
function hideProxy(text: string): string {
	return (
		text
			// To the last bracket or @, since a password may have one, too.
			.replace(/\(.*\)/gs, `(${HIDDEN})`)
			.replace(/\S*:\/\/.*@\S*/gs, HIDDEN)
			.replace(/\S*(:\/\/|@)\S*/g, HIDDEN)
	);
}

/**
 * Hides what an event says about the account: the instance, which is part of its address, and the address of its
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
					typeof value === 'string' ? hideProxy(value) : value,
				) as IDataObject)
			: body;
	return { ...shown, instanceId: HIDDEN };
}
