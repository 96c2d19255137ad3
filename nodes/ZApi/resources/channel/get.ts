import { operation } from '../../language/operation';
import { toggle } from '../../language/toggle';
import { simplifyChannel } from '../../answers/simplifyChannel';
import { newsletterId } from '../../fields/newsletterId';

const mustGetSubscribers = toggle('mustGetSubscribers', 'Include Subscribers', {
	inQuery: true,
	default: true,
	description: 'Whether to also return up to nine of its followers. Get Subscribers returns more.',
});

/** @see https://developer.z-api.io/newsletter/newsletter-metadata */
export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get a channel',
	description: 'Get the name, description, followers and invite link of a channel',
	request: { method: 'GET', url: '/newsletter/metadata/{newsletterId}' },
	fields: [newsletterId],
	options: [mustGetSubscribers],
	simplify: simplifyChannel,
	refusedAdvice: 'Check that the channel still exists.',
});
