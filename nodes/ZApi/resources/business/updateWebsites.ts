import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { toWebsiteList } from '../../../shared/values/businessProfile';

const websites = text('websites', 'Websites', {
	whenEmpty: [],
	read: toWebsiteList,
	placeholder: 'e.g. https://example.com, https://shop.example.com',
	description:
		'One or two addresses, separated by commas. They replace those in your profile; leave it empty to remove them.',
});

/** @see https://developer.z-api.io/business/company-websites */
export const updateWebsites = operation({
	name: 'Update Websites',
	value: 'updateWebsites',
	action: 'Update the websites of a business profile',
	description: 'Replace the websites in your business profile. WhatsApp Business only.',
	request: { method: 'POST', url: '/business/company-websites' },
	fields: [websites],
	refusedAdvice:
		'Check the addresses, and that the connected number is a WhatsApp Business account.',
});
