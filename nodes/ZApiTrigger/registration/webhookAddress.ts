/** The last part of the path of test addresses in n8n, unless N8N_ENDPOINT_WEBHOOK_TEST changes it. */
const TEST_PATH = '/webhook-test';
const PRODUCTION_PATH = '/webhook';

/** The trigger's own path, which n8n puts after the ID of the webhook. */
const NODE_PATH = '/webhook';

function inOneSpelling(address: string): string {
	if (!URL.canParse(address)) return address;
	const url = new URL(address);
	url.pathname = url.pathname.replace(/\/$/, '');
	return url.href;
}

/**
 * @returns whether two addresses are the same, apart from capitals in the host, the default port, or a slash at the end
 */
export function isSameAddress(one: string | undefined, other: string): boolean {
	return one !== undefined && one !== '' && inOneSpelling(one) === inOneSpelling(other);
}

/**
 * The part of an address by which a node is recognized wherever n8n is: the ID of its webhook, or its workflow and its
 * name where it has none.
 *
 * @param hasWebhookId whether n8n gave the node an ID for its webhook
 */
export function keyOf(address: string, hasWebhookId: boolean): string {
	return inOneSpelling(address)
		.split('/')
		.slice(hasWebhookId ? -2 : -3, -1)
		.join('/');
}

/**
 * @param key see {@link keyOf}
 * @returns all that stands before the key in an address of that node; undefined if it is no address of the node. An
 * address with a user name in it is never n8n's.
 */
export function baseOf(address: string, key: string): string | undefined {
	if (!URL.canParse(address) || new URL(address).username !== '') return undefined;
	const spelled = inOneSpelling(address);
	const ending = `/${key}${NODE_PATH}`;
	return spelled.endsWith(ending) ? spelled.slice(0, -ending.length) : undefined;
}

/** @returns whether an address is that of some node of this type under a base */
export function isUnder(address: string, base: string): boolean {
	if (!URL.canParse(address)) return false;
	const spelled = inOneSpelling(address);
	if (!spelled.startsWith(`${base}/`) || !spelled.endsWith(NODE_PATH)) return false;
	const key = spelled.slice(base.length + 1, -NODE_PATH.length);
	// A node without a webhook's ID has two parts.
	return key !== '' && key.split('/').length <= 2;
}

/** @returns whether an address has the path that n8n gives to tests */
export function isOfTest(address: string): boolean {
	return address.includes(`${TEST_PATH}/`);
}

/** @returns the base of tests beside that of published workflows, as far as both have n8n's usual names */
export function testBaseOf(base: string): string {
	return base.replace(/\/[^/]*$/, TEST_PATH);
}

/** @returns the base of published workflows beside that of tests, as far as both have n8n's usual names */
export function productionBaseOf(testBase: string): string {
	return testBase.replace(/\/[^/]*$/, PRODUCTION_PATH);
}

/** @returns the address at which the published workflow of the same n8n would be */
export function publishedAddressOf(address: string): string {
	return address.replace(`${TEST_PATH}/`, `${PRODUCTION_PATH}/`);
}

/** @returns the host of an address in words, with its port. The rest of an address can be secret. */
export function hostOf(address: string): string {
	const host = URL.canParse(address) ? new URL(address).host : '';
	return host === '' ? 'an invalid address' : host;
}
