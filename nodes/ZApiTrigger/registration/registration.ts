import type { IHookFunctions } from 'n8n-workflow';
import { logFailure } from '../../shared/requests/errors';
import {
	partialFailureText,
	PermanentFailure,
	textOfError,
	textOfInTheWay,
	toShownError,
} from './registrationErrors';
import type { Left } from './facts';
import type { ProcessMemory } from './memory';
import {
	hasNothingStored,
	idOf,
	ownAddressOf,
	isTestOf,
	readIdentity,
	readSelf,
	registrantOf,
	whyOf,
} from './registrant';
import { PartialFailure, InTheWay, isSettled, settle, type Registrant } from './settle';
import { start } from './start';
import { isSameAddress } from './webhookAddress';

/** Gives back what a node has, and forgets it. */
async function giveBack(registrant: Registrant, memory: ProcessMemory): Promise<void> {
	const { self, instance, store } = registrant;
	try {
		await settle(registrant, 'end', memory);
		store.write({});
		memory.forget(instance, self.address);
	} catch (error) {
		throw error instanceof PartialFailure ? error.reason : error;
	} finally {
		memory.leave(self.address);
	}
}

/** Acts for a node that a person publishes or tests, and puts whatever goes wrong into words. */
async function attempt<Result>(
	context: IHookFunctions,
	memory: ProcessMemory,
	act: (registrant: Registrant, why: 'publish' | 'test') => Promise<Result>,
): Promise<Result> {
	const why = isTestOf(context) ? 'test' : 'publish';
	let registrant: Registrant | undefined;
	try {
		registrant = await registrantOf(context, await readSelf(context));
		return await act(registrant, why);
	} catch (error) {
		if (error instanceof PartialFailure && registrant) {
			const isUndone = await giveBack(registrant, memory).then(
				() => true,
				() => false,
			);
			throw toShownError(context, why, error.reason, partialFailureText(error.reason, isUndone));
		}
		if (!(error instanceof InTheWay && registrant)) throw toShownError(context, why, error);
		const { self, instance } = registrant;
		const isSameWorkflow = ({ address }: Left) =>
			memory
				.liveAt(instance)
				.some((node) => isSameAddress(node.address, address) && node.workflow === self.workflow);
		throw toShownError(context, why, error, textOfInTheWay(error, isSameWorkflow));
	}
}

/**
 * Tells whether Z-API already posts all chosen events to this node. When n8n starts, this does whatever there is to do.
 *
 * @throws WebhookPathTakenError, NodeApiError or NodeOperationError in words for the user; never when n8n starts
 * @see https://developer.z-api.io/instance/me
 */
export async function isRegistered(
	context: IHookFunctions,
	memory: ProcessMemory,
): Promise<boolean> {
	if (whyOf(context) === 'start') {
		await start(context, memory);
		return true;
	}
	memory.endRetry(idOf(context));
	return await attempt(
		context,
		memory,
		async (registrant, why) => await isSettled(registrant, why, memory),
	);
}

/**
 * Makes Z-API post the chosen events to this node: all of them, or none if anything is in the way or fails.
 *
 * @throws WebhookPathTakenError, NodeApiError or NodeOperationError in words for the user; never when n8n starts
 * @see https://developer.z-api.io/webhooks/introduction
 */
export async function register(context: IHookFunctions, memory: ProcessMemory): Promise<void> {
	if (whyOf(context) === 'start') {
		await start(context, memory);
		return;
	}
	memory.endRetry(idOf(context));
	await attempt(context, memory, async (registrant, why) => await settle(registrant, why, memory));
}

/**
 * Makes Z-API post this node's events where it posted them before, or nowhere. What isn't this node's address of now
 * stays as it is.
 *
 * @throws NodeApiError or NodeOperationError in words for the user; n8n then tries again. For a test, n8n doesn't, but
 * keeps data that it should discard, until its memory is full. So for a test, this function tries again itself, and
 * doesn't throw.
 */
export async function unregister(context: IHookFunctions, memory: ProcessMemory): Promise<void> {
	memory.endRetry(idOf(context));
	const address = ownAddressOf(context);
	const isEmpty = hasNothingStored(context) && !memory.holdsAnything(address);
	const act = async () =>
		await giveBack(await registrantOf(context, readIdentity(context)), memory);
	const warn = (error: unknown) =>
		logFailure(context, 'may still get events for a test that has ended', textOfError(error));
	try {
		if (!isTestOf(context)) await act();
		else if (!isEmpty) await act().catch(act).catch(warn);
	} catch (error) {
		// Without its credential, nobody can tell whether a node that never had anything has something.
		if (isEmpty && error instanceof PermanentFailure) return;
		throw toShownError(context, 'end', error);
	} finally {
		memory.leave(address);
	}
}
