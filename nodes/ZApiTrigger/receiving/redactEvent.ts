import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { REDACTED } from '../../shared/account/redact';
import type { TriggerEvent } from '../events';

const NAME_LENGTH = 12;

/**
 * A pseudonym: the same for the same instance, so that two can be told apart; the instance can't be found out from it.
 */
export function instancePseudonym(instance: string): string {
	return createHash('sha256').update(instance).digest('hex').slice(0, NAME_LENGTH);
}

/**
 * Redacts a proxy's address, which may hold a password, in a text. Z-API puts it in brackets; elsewhere, anything
 * that looks like an address is taken for it.
 *
 * It has no regular expression for whole addresses on purpose: on a long text without an end of one, each would
 * start anew at every place. This takes a time in proportion to the text.
 */
function redactProxy(text: string): string {
	const open = text.indexOf('(');
	// To the last bracket or @, since a password may have one, too.
	const close = text.lastIndexOf(')');
	const inBrackets = open !== -1 && close > open;
	const shown = inBrackets ? `${text.slice(0, open)}(${REDACTED})${text.slice(close + 1)}` : text;

	const words = shown.split(/(\s+)/);
	const first = words.findIndex((word) => word.includes('://'));
	const last = words.map((word) => word.includes('@')).lastIndexOf(true);
	if (first !== -1 && last > first) words.splice(first, last - first + 1, REDACTED);
	return words
		.map((word) => (word.includes('://') || word.includes('@') ? REDACTED : word))
		.join('');
}

/**
 * Redacts what an event says about the account: the instance, which is part of its address, and the address of its
 * proxy.
 *
 * @param event what the body is about
 * @param body what Z-API posted
 * @returns a copy that can be shown. Its `instanceId` is a name that is made from the instance, and always the same.
 */
export function redactEvent({ value: event }: TriggerEvent, body: IDataObject): IDataObject {
	const shown =
		event === 'proxyFailed'
			? (JSON.parse(JSON.stringify(body), (_key, value: unknown) =>
					typeof value === 'string' ? redactProxy(value) : value,
				) as IDataObject)
			: body;
	return { ...shown, instanceId: instancePseudonym(String(body.instanceId)) };
}
