import type { IDataObject } from 'n8n-workflow';

/**
 * @param settings what `GET /me` shows. It has two addresses for messages; the one for both directions comes first.
 * @param resumeUrl any address of this n8n's for a waiting execution
 * @returns the address of the trigger of this n8n that receives the messages; undefined if there is none
 */
export function listeningAddress(settings: IDataObject, resumeUrl: string): string | undefined {
	const { receivedAndDeliveryCallbackUrl, receivedCallbackUrl } = settings;
	const address =
		[receivedAndDeliveryCallbackUrl, receivedCallbackUrl]
			.map((value) => (typeof value === 'string' ? value.trim() : ''))
			.find((value) => value !== '') ?? '';
	if (!URL.canParse(address) || !URL.canParse(resumeUrl)) return undefined;
	const { origin, pathname } = new URL(address);
	// The path of the trigger, which n8n puts after the ID of its webhook.
	const isOurs = origin === new URL(resumeUrl).origin && /\/webhook\/?$/.test(pathname);
	return isOurs ? address : undefined;
}
