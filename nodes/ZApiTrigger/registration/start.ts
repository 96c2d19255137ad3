import type { IHookFunctions, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import { logFailure, placeOf } from '../../shared/requests/errors';
import { toVerbatimError, textOfError, textsOfLeft } from './registrationErrors';
import type { Self } from './facts';
import type { ProcessMemory, Report } from './memory';
import { idOf, readSelf, registrantOf } from './registrant';
import { PartialFailure, settle, type Outcome } from './settle';
import { hostOf } from './webhookAddress';

/** How long n8n's start waits for Z-API. n8n 1 starts one workflow after the other. */
const LONGEST_START_MILLISECONDS = 3_000;

const SECOND = 1_000;

/** The pauses of a retry (backoff); the last one is repeated. */
export const BACKOFF_MILLISECONDS = [5, 15, 30, 60, 120, 300, 600].map(
	(seconds) => seconds * SECOND,
);

/** Says what is wrong, once for each cause: in n8n's log, and where n8n lets a node, in its list of executions. */
function say(context: IHookFunctions, memory: ProcessMemory, text: string): void {
	const id = idOf(context);
	if (!memory.isNew(id, text)) return;
	logFailure(context, 'may not get its events', text);
	memory.report(id, text);
}

/** Says what a start has brought about. */
function tell(context: IHookFunctions, memory: ProcessMemory, self: Self, outcome: Outcome): void {
	const { left, movedFrom, answers } = outcome;
	if (movedFrom.length > 0) {
		const hosts = [...new Set(movedFrom.map(hostOf))].join(' and ');
		context.logger.info(
			`${placeOf(context)} has moved from ${hosts} to ${hostOf(self.address)}: Z-API now sends its events here`,
		);
	}
	const texts = textsOfLeft(left, answers);
	for (const text of texts) say(context, memory, text);
	const siblings = left.filter(({ kind }) => kind === 'sibling');
	if (siblings.length > 0 && memory.isNew(idOf(context), 'sibling')) {
		context.logger.info(
			`${placeOf(context)} leaves its events to another workflow of this n8n, which has replaced its address`,
		);
	}
	if (left.length === 0 && memory.isOver(idOf(context))) {
		context.logger.info(`${placeOf(context)} gets its events now`);
	}
}

/**
 * @param live the addresses of the nodes of this process
 * @returns whether the same may come out differently later
 */
export function isWorthRetrying({ left }: Outcome, live: string[]): boolean {
	return left.some(
		({ kind, address }) =>
			['foreign', 'unclear', 'gone', 'leftover'].includes(kind) ||
			(kind === 'sibling' && !live.includes(address)),
	);
}

/** @returns whether to try again. Nothing is thrown, whatever is wrong. */
async function attempt(
	context: IHookFunctions,
	memory: ProcessMemory,
	self: Self,
	why: 'start' | 'again',
	signal: AbortSignal,
): Promise<boolean> {
	try {
		const registrant = await registrantOf(context, self);
		if (signal.aborted) return false;
		if (why === 'start') memory.announce(registrant.instance, self, registrant.store.read());
		const outcome = await settle(registrant, why, memory);
		if (signal.aborted) return false;
		tell(context, memory, self, outcome);
		return isWorthRetrying(
			outcome,
			memory.liveAt(registrant.instance).map(({ address }) => address),
		);
	} catch (error) {
		const reason = error instanceof PartialFailure ? error.reason : error;
		if (!signal.aborted) say(context, memory, `${textOfError(reason)}`);
		return true;
	}
}

/** Retries in the background, with growing pauses (backoff), until nothing is left to do or the node ends. */
async function retry(
	context: IHookFunctions,
	memory: ProcessMemory,
	self: Self,
	signal: AbortSignal,
): Promise<void> {
	for (let round = 0; ; round++) {
		await memory.clock.pause(
			BACKOFF_MILLISECONDS[Math.min(round, BACKOFF_MILLISECONDS.length - 1)] ?? 0,
			signal,
		);
		if (signal.aborted) return;
		if (!(await attempt(context, memory, self, 'again', signal))) return;
	}
}

/**
 * Registers a node when n8n starts. n8n 2 takes away the address of a node that fails then, and never tries again: so
 * nothing is thrown. What is wrong is said, and tried again in the background.
 *
 * @returns when all is done, or after 3 seconds: then it goes on in the background
 */
export async function start(context: IHookFunctions, memory: ProcessMemory): Promise<void> {
	const signal = memory.beginRetry(idOf(context));
	let self: Self;
	try {
		// Its fields can't be read later, in the background.
		self = await readSelf(context);
	} catch (error) {
		say(context, memory, textOfError(error));
		return;
	}
	let isDone = false;
	const first = attempt(context, memory, self, 'start', signal).then((isAgain) => {
		isDone = true;
		if (isAgain) void retry(context, memory, self, signal);
	});
	if (memory.isZApiSilent) return;
	await Promise.race([first, memory.clock.pause(LONGEST_START_MILLISECONDS)]);
	if (!isDone) memory.noticeSilence();
}

/**
 * Lets n8n start the node at its own start: otherwise, n8n 2 asks a node that has webhooks nothing then. It returns at
 * once, and relies on nothing that the other hooks do, since n8n 2 runs them side by side.
 */
export function attach(context: ITriggerFunctions, memory: ProcessMemory): ITriggerResponse {
	const id = idOf(context);
	const { saveFailedExecution } = context as Partial<ITriggerFunctions>;
	// n8n 1 has no such function.
	const report: Report | undefined = saveFailedExecution
		? (message) => saveFailedExecution(toVerbatimError(context, message))
		: undefined;
	memory.attach(id, report);
	return {
		closeFunction: async () => {
			if (memory.detach(id, report)) memory.endRetry(id);
		},
	};
}
