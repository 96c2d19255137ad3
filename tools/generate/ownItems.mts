import type { IDataObject } from 'n8n-workflow';

const STATE = {
	phone: '5511999999999',
	paused: true,
	until: '2026-01-15T12:30:00.000Z',
	why: 'node',
};

/** What the operations give that aren't Z-API's, and so are in no documentation of its; by resource and operation. */
export const ownItems: Readonly<Record<string, IDataObject>> = {
	'conversation.get': STATE,
	'conversation.pause': STATE,
	'conversation.resume': { ...STATE, paused: false, until: null, why: null },
};
