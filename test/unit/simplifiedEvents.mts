/** Events as Z-API posts them, and what Simplify makes of them. */
import type { IDataObject } from 'n8n-workflow';
import documented from '../../tools/contract/webhooks.json' with { type: 'json' };
import { eventOf } from '../../nodes/ZApiTrigger/events.ts';
import { simplifyEvent } from '../../nodes/ZApiTrigger/receiving/simplifyEvent.ts';

interface Documented {
	event: string;
	samples: Array<{ title: string; body: IDataObject }>;
}

const samples = (documented as unknown as Documented[]).flatMap(({ samples }) => samples);

export function simplify(body: IDataObject): IDataObject {
	const event = eventOf(body);
	if (!event) throw new Error(`No event: ${JSON.stringify(body)}`);
	return simplifyEvent(event, body);
}

export function sample(title: string): IDataObject {
	const found = samples.find((candidate) => candidate.title === title);
	if (!found) throw new Error(`No sample: ${title}`);
	return simplify(found.body);
}
