import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { readAccount } from '../../shared/account/account';
import { placeOf } from '../../shared/requests/errors';
import { postJson } from '../../shared/requests/postJson';
import type { Clock } from '../registration/memory';
import { ping } from '../registration/ping';
import { hostOf } from '../registration/webhookAddress';
import { makeSelfCall, readSelfCallAnswer, type Deed, type SelfCallAnswer } from './selfCall';

const TIMEOUT_MILLISECONDS = 10_000;

/** How long it counts whether the address was reached. */
const REMEMBERED_MILLISECONDS = 10 * 60_000;

/** Calls the trigger at its own address. It throws when nobody answers there. */
export type SelfCaller = (deed: Deed) => Promise<SelfCallAnswer>;

type Context = IHookFunctions | IWebhookFunctions;

/** @returns how a trigger calls itself, also when n8n has forgotten the call that this is made in */
function callerOf(context: Context, address: string): SelfCaller {
	return async (deed) => {
		const { token } = readAccount(await context.getCredentials('zApi'));
		const call = makeSelfCall(token, hostOf(address), deed);
		const { body, statusCode } = await postJson(context, address, JSON.stringify(call), {
			timeout: TIMEOUT_MILLISECONDS,
		});
		const answer = readSelfCallAnswer(body, token, call);
		if (answer === undefined) throw new Error(`it answered with status ${statusCode}`);
		return answer;
	};
}

/** Finds out whether the trigger reaches its own address, and says so if it doesn't. */
async function isThere(context: Context, address: string): Promise<boolean> {
	const { token } = readAccount(await context.getCredentials('zApi'));
	const { is, seen } = await ping(context, token, address);
	if (is === 'alive') return true;
	context.logger.warn(
		`${placeOf(context)} can't reach its own address at ${hostOf(address)}: ${seen}. So messages that wait to be joined may be lost if n8n's database is busy, and webhook processes of queue mode don't join messages at all. Let n8n reach that address from its own server.`,
	);
	return false;
}

/**
 * @param context of a call or a hook
 * @returns what finds the way of its trigger to its own address, and gives undefined if there is none
 */
export function connector(context: Context): () => Promise<SelfCaller | undefined> {
	// Later, nothing can be evaluated any more.
	const address = context.getNodeWebhookUrl('default') ?? '';
	return async () => ((await isThere(context, address)) ? callerOf(context, address) : undefined);
}

/** The way of a trigger to its own address, in this process of n8n. */
export class Reach {
	#connect?: () => Promise<SelfCaller | undefined>;
	#caller?: { found: Promise<SelfCaller | undefined>; until: number };

	constructor(readonly clock: Clock) {}

	/** @param connect tries the address; it is called when somebody needs the way */
	set(connect: (() => Promise<SelfCaller | undefined>) | undefined): void {
		this.#connect = connect;
	}

	/** Lets the address be tried anew: it may have moved, or be gone. */
	forget(): void {
		this.#caller = undefined;
	}

	/** @returns undefined if the trigger doesn't reach its own address, as it was found out within 10 minutes */
	async caller(): Promise<SelfCaller | undefined> {
		if (this.#caller === undefined || this.#caller.until < this.clock.now()) {
			if (this.#connect === undefined) return undefined;
			const found = this.#connect().catch(() => undefined);
			this.#caller = { found, until: this.clock.now() + REMEMBERED_MILLISECONDS };
		}
		return await this.#caller.found;
	}
}
