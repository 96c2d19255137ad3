import type { IHookFunctions } from 'n8n-workflow';

/** The path of test addresses in n8n, unless N8N_ENDPOINT_WEBHOOK_TEST changes it. */
const USUAL_TEST_PATH = '/webhook-test/';

/** An address that n8n gave a node of this type: `<base>/<mode>/<node>`. */
interface Parts {
	base: string;
	/** Tells tests from published workflows. */
	mode: string;
	/** The webhook's ID, or the workflow and the node if there is none. */
	node: string;
	path: string;
}

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
 * The address at which n8n receives a node's events, and what it tells about other addresses: those of this n8n are
 * recognized by their form, so none has to be remembered.
 */
export class OwnAddress {
	readonly url: string;
	/** Whether it is the address of a test in the editor. For tests, n8n uses a workflow that is never active. */
	readonly isTest: boolean;
	readonly #hasWebhookId: boolean;

	constructor(context: IHookFunctions) {
		this.url = context.getNodeWebhookUrl('default') ?? '';
		this.isTest = !context.getWorkflow().active || this.url.includes(USUAL_TEST_PATH);
		this.#hasWebhookId = context.getNode().webhookId !== undefined;
	}

	#partsOf(address: string): Parts | undefined {
		if (!URL.canParse(address)) return undefined;
		const { origin, pathname } = new URL(inOneSpelling(address));
		const segments = pathname.split('/');
		const [path = ''] = segments.splice(-1);
		const node = segments.splice(this.#hasWebhookId ? -1 : -2).join('/');
		const mode = segments.pop() ?? '';
		return { base: origin + segments.join('/'), mode, node, path };
	}

	is(address: string): boolean {
		return isSameAddress(address, this.url);
	}

	/**
	 * @param mine the address of this node: the one it has, or one that it had earlier
	 * @returns whether an address belongs to a node of this type in this n8n, active or long gone
	 */
	isOfSameN8n(address: string, mine = this.url): boolean {
		const [own, other] = [this.#partsOf(mine), this.#partsOf(address)];
		return own !== undefined && other?.base === own.base && other.path === own.path;
	}

	/** @returns whether one of the two is the address of a test, and the other isn't */
	isInOtherMode(address: string): boolean {
		const other = this.#partsOf(address);
		return other !== undefined && other.mode !== this.#partsOf(this.url)?.mode;
	}

	/** @returns whether an address of this n8n belongs to this very node, in a test or published */
	isOfSameNode(address: string): boolean {
		return this.#partsOf(address)?.node === this.#partsOf(this.url)?.node;
	}
}
