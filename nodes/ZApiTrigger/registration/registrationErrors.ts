import { NodeApiError, NodeOperationError, UserError, WebhookPathTakenError } from 'n8n-workflow';
import type { IHookFunctions } from 'n8n-workflow';
import { ExpressionInCredential, isLocalHost } from '../../shared/account/account';
import { redactText } from '../../shared/account/redact';
import { UserFacingFailure, toNodeError, wholeText } from '../../shared/requests/errors';
import { isOnInternet, SET_PUBLIC_ADDRESS } from '../../shared/values/hosts';
import type { Answer, Left, Why } from './facts';
import { InTheWay, WithoutEffect } from './settle';
import { hostOf } from './webhookAddress';
import { displayNameOf, RECEIVED, RECEIVED_AND_DELIVERY } from './webhookSlots';

const ONE_ADDRESS = 'Z-API keeps one address per event.';
const ONE_NUMBER_EACH =
	'When a workflow is published, there is no item yet, so a trigger needs a credential without expressions about items: one trigger, with its own credential, for each number.';
const LOOK_AT_PANEL = 'Look at the webhooks of your instance in the Z-API panel.';

/**
 * A failure that stays as it is until somebody changes something, so that a retry is hopeless; in words for the user.
 */
export class PermanentFailure extends Error {}

/**
 * @param address the address at which this n8n would receive events
 * @throws Hopeless when Z-API couldn't reach it
 */
export function checkReachableByZApi(address: string, baseUrl: URL): void {
	// A stand-in for Z-API on this machine can reach addresses that Z-API itself can't.
	if (isLocalHost(baseUrl)) return;
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (url?.protocol === 'https:' && isOnInternet(url)) return;
	const where = url === undefined ? 'no web address' : url.origin;
	throw new PermanentFailure(
		`Z-API can't send events to this n8n, whose address is ${where}: it accepts only public https:// addresses. ${SET_PUBLIC_ADDRESS}`,
	);
}

/** @returns what to say where n8n can't read or evaluate the credential */
export function unreadableCredential(error: unknown): PermanentFailure {
	if (error instanceof ExpressionInCredential) {
		return new PermanentFailure(`${error.message}. ${ONE_NUMBER_EACH}`);
	}
	if (error instanceof UserError) {
		return new PermanentFailure([error.message, error.description].filter(Boolean).join('. '));
	}
	const reason = redactText(error instanceof Error ? error.message : String(error), []);
	return new PermanentFailure(
		`n8n can't read the Z-API credential of this trigger: ${reason.replace(/\.$/, '')}. Choose a credential that you can use, or open it and correct it. ${ONE_NUMBER_EACH}`,
	);
}

function listOf(parts: string[]): string {
	return parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`;
}

function namesOf(left: Left[]): string {
	return listOf([...new Set(left.map(({ slot }) => `"${displayNameOf(slot)}"`))]);
}

function hostsOf(left: Left[]): string {
	return listOf([...new Set(left.map(({ address }) => hostOf(address)))]);
}

const OTHERS_ADVICE = `${ONE_ADDRESS} Remove that address in the Z-API panel, unpublish the workflow that uses it, or turn on this node's option Replace Existing Addresses.`;

/** What others have set. Only the host of an address is named, since the rest can be secret. */
function othersHave(left: Left[]): string {
	const second = left.filter(({ slot }) => slot === RECEIVED_AND_DELIVERY);
	const first = left.filter((entry) => !second.includes(entry));
	const places = first.map(({ slot, address, kind }) => {
		const who =
			kind === 'sibling' ? `${hostOf(address)}, another workflow of this n8n` : hostOf(address);
		return `"${displayNameOf(slot)}" to ${who}`;
	});
	const sentences = places.length > 0 ? [`Z-API already sends ${places.join(', and ')}.`] : [];
	if (second.length > 0) {
		sentences.push(
			`Another program at ${hostsOf(second)} gets the messages of both directions: it uses Z-API's second address for them, which comes before that of "${displayNameOf(RECEIVED)}".`,
		);
	}
	return sentences.join(' ');
}

function isKind(...kinds: Array<Left['kind']>) {
	return ({ kind }: Left) => kinds.includes(kind);
}

/** What was seen at an address that nobody knows whose it is. */
function seenAt({ address }: Left, answers: Record<string, Answer>): string {
	return answers[address]?.seen ?? 'nobody was asked';
}

function whoseIsIt(left: Left[], answers: Record<string, Answer>): string {
	const [first] = left;
	return `Z-API sends ${namesOf(left)} to ${hostsOf(left)}. This may be an old address of this n8n, or another n8n with the same workflow: when it was asked, ${first ? seenAt(first, answers) : ''}.`;
}

/** @returns why a node isn't published or tested, and what to do about it */
function inTheWayText(inTheWay: Left[], isSameWorkflow: (left: Left) => boolean): string {
	const ofWorkflow = inTheWay.filter(isSameWorkflow);
	if (ofWorkflow.length > 0) {
		return `Another Z-API Trigger of this workflow already gets ${namesOf(ofWorkflow)}. ${ONE_ADDRESS} Use one trigger for all events and a Switch node behind it, or one workflow for each kind of event.`;
	}
	const elsewhere = inTheWay.filter(isKind('elsewhere'));
	if (elsewhere.length > 0) {
		return `Another n8n at ${hostsOf(elsewhere)} has this workflow, too, and gets ${namesOf(elsewhere)}. ${ONE_ADDRESS} Unpublish the workflow there, use another Z-API instance here, or take the events over with this node's option Replace Existing Addresses.`;
	}
	return '';
}

/** @returns why a node isn't published or tested, and what to do about it */
export function textOfInTheWay(
	{ inTheWay, answers }: InTheWay,
	isSameWorkflow: (left: Left) => boolean,
): string {
	const known = inTheWayText(inTheWay, isSameWorkflow);
	if (known !== '') return known;
	const unclear = inTheWay.filter(isKind('unclear'));
	if (unclear.length === 0) return `${othersHave(inTheWay)} ${OTHERS_ADVICE}`;
	return `${whoseIsIt(unclear, answers)} If nobody uses that address any more, turn on this node's option Replace Existing Addresses, or remove the address in the Z-API panel.`;
}

/** @returns what still is at Z-API although it answered that it has set something else */
export function textOfWithoutEffect({ left }: WithoutEffect): string {
	const places = left.map(({ displayName, address }) => {
		if (address === undefined) return `"${displayName}" as it was`;
		return `${address === '' ? 'no address' : hostOf(address)} for "${displayName}"`;
	});
	return `Z-API answered three times that it has changed its webhooks, but still shows ${listOf(places)}. Try again later, or set the address in the Z-API panel, among the webhooks of your instance.`;
}

/**
 * @returns what a node that was started has to say: one text for each cause; none where another workflow of this n8n
 * has the events
 */
export function textsOfLeft(left: Left[], answers: Record<string, Answer>): string[] {
	const texts: string[] = [];
	const elsewhere = left.filter(isKind('elsewhere'));
	const foreign = left.filter(isKind('foreign'));
	const unclear = left
		.filter(isKind('unclear'))
		.filter(({ address }) => !(Object(answers[address]) as { isTooEarly?: boolean }).isTooEarly);
	if (elsewhere.length > 0) {
		texts.push(
			`Another n8n at ${hostsOf(elsewhere)} has this workflow, too, and gets ${namesOf(elsewhere)}, so nothing was changed at Z-API. If the events should come here, unpublish the workflow there, then unpublish and publish it here. Otherwise, unpublish it here.`,
		);
	}
	if (foreign.length > 0) {
		texts.push(
			`${othersHave(foreign)} This workflow doesn't get these events. Remove that address in the Z-API panel, or turn on this node's option Replace Existing Addresses, then unpublish and publish the workflow.`,
		);
	}
	if (unclear.length > 0) {
		texts.push(
			`${whoseIsIt(unclear, answers)} Nothing was changed at Z-API, and this is tried again. If nobody uses that address any more, unpublish and publish the workflow with this node's option Replace Existing Addresses.`,
		);
	}
	return texts;
}

/** Whether Z-API understood and refused: asking again doesn't help. */
function isRefusal(error: unknown): boolean {
	const statusCode = Number((Object(error) as { httpCode?: unknown }).httpCode);
	return statusCode >= 400 && statusCode < 500 && statusCode !== 408 && statusCode !== 429;
}

/** @returns what went wrong, and what to do, in one text */
export function textOfError(error: unknown): string {
	if (error instanceof WithoutEffect) return textOfWithoutEffect(error);
	if (error instanceof Error) return wholeText(error as never);
	return String(error);
}

/**
 * Makes the error that n8n shows. When a workflow is published, n8n 2 tries whatever fails again and again for 17
 * seconds, and shows it only then, except for an error of this class.
 *
 * @param error what was thrown
 * @param text what went wrong and what to do about it
 */
export function toShownError(
	context: IHookFunctions,
	why: Why,
	error: unknown,
	text = textOfError(error),
): Error {
	const isPermanent =
		error instanceof PermanentFailure ||
		error instanceof InTheWay ||
		error instanceof WithoutEffect ||
		error instanceof NodeOperationError ||
		isRefusal(error);
	if (why === 'publish' && isPermanent) {
		const shown = new WebhookPathTakenError(context.getNode().name);
		shown.message = text;
		return shown;
	}
	if (error instanceof NodeApiError && text === textOfError(error)) return error;
	return toVerbatimError(context, text);
}

/** @returns n8n's error with a text as it is. n8n replaces texts in which it finds the name of a network error. */
export function toVerbatimError(
	context: Pick<IHookFunctions, 'getNode'>,
	message: string,
): NodeApiError {
	const failure = new UserFacingFailure({ message, description: '' });
	return toNodeError(context as never, failure, []) as NodeApiError;
}

/** @returns what to say when a node couldn't be registered in whole */
export function partialFailureText(error: unknown, isUndone: boolean): string {
	const outcome = isUndone
		? 'Nothing was changed.'
		: `What was set before couldn't be put back everywhere. ${LOOK_AT_PANEL}`;
	const text = textOfError(error);
	return `${text}${/[.!?…]$/.test(text) ? '' : '.'} ${outcome}`;
}
