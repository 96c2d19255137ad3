import { endpointOf } from '../../contract/endpoints.mts';
import { answerAsDocumented } from '../documented.mts';
import type { Handlers } from './call.mts';

/** Documented: how many subscribers the metadata of a channel has at most. */
const MOST_SUBSCRIBERS = 9;

/** What is about channels. Assumption: any channel has the documented answers. */
export const channelHandlers: Handlers = {
	'newsletter-metadata': (call) => {
		const metadata = answerAsDocumented(call) as object;
		if (call.query.mustGetSubscribers !== 'true') return metadata;
		const subscribers = endpointOf('newsletter-subscribers').response.shape as object[];
		return { ...metadata, subscribers: subscribers.slice(0, MOST_SUBSCRIBERS) };
	},
};
