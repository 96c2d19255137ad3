import { createHmac, timingSafeEqual } from 'crypto';
import { isObject } from '../values/objects';

/**
 * What the ID of a button contains so that a tap can resume a waiting execution: n8n's signed address without its
 * beginning, which the n8n that receives the tap knows. So nothing has to be stored, and an answer can't be forged.
 */
export interface Press {
	executionId: string;
	nodeId: string;
	/** Which of the choices it is, counted from 0; {@link IN_WORDS} for an answer in words. */
	choice: string;
	/** Which of the node's questions in this execution it answers, counted from 1. In a loop, a node asks several. */
	question: string;
	/** n8n's signature of the address. */
	signature: string;
}

/** Stands for a choice where the answer is a message, which the waiting node reads. */
export const IN_WORDS = 'words';

/**
 * A node's ID is usually a UUID, but whoever writes a workflow's file may choose another. It is as n8n writes it in
 * an address: a backslash, or nothing but dots, would lead to another one.
 */
const PRESS_ID =
	/^n8n\.(\d{1,15})\.(?!\.{1,2}\.\d)((?:[\w.!~*'()-]|%(?!2E)[0-9A-F]{2}){1,200})\.(\d{1,3}|words)\.(\d{1,6})\.([0-9a-f]{64})$/;

/** The header with which the trigger proves to the waiting node that the report of a press comes from it. */
export const PROOF_HEADER = 'x-z-api-proof';

/**
 * @param resumeUrl n8n's signed address of a waiting node, with a `choice` and a `question`
 * @returns the ID of the button or list row for this choice; the trigger keeps that of an answer in words
 */
export function toPressId(resumeUrl: string): string {
	const { pathname, searchParams } = new URL(resumeUrl);
	const [nodeId = '', executionId = ''] = pathname.split('/').reverse();
	const values = ['choice', 'question', 'signature'].map((name) => searchParams.get(name) ?? '');
	return ['n8n', executionId, nodeId, ...values].join('.');
}

/** @returns the press that the ID of a pressed button or chosen row stands for; undefined if it is an ordinary ID */
export function readPressId(id: unknown): Press | undefined {
	const [, executionId, nodeId, choice, question, signature] =
		typeof id === 'string' ? (PRESS_ID.exec(id) ?? []) : [];
	return executionId && nodeId && choice && question && signature
		? { executionId, nodeId, choice, question, signature }
		: undefined;
}

/**
 * @param event something that Z-API posted
 * @returns the press of one of our buttons that it reports; undefined if it is anything else
 * @see https://developer.z-api.io/webhooks/on-message-received
 */
export function pressOf({
	buttonsResponseMessage: button,
	listResponseMessage: row,
}: Record<string, unknown>): Press | undefined {
	return readPressId(
		isObject(button) ? button.buttonId : isObject(row) ? row.selectedRowId : undefined,
	);
}

/** @returns n8n's signed address that resumes the execution */
export function resumeAddress(
	waitingBase: string,
	{ executionId, nodeId, choice, question, signature }: Press,
): string {
	const query = `choice=${choice}&question=${question}&signature=${signature}`;
	return `${waitingBase}/${executionId}/${nodeId}?${query}`;
}

/**
 * @param token the instance's token, which both nodes know and nobody else
 * @param text what the trigger reports
 * @returns the proof that it comes from a trigger with the same credential
 */
export function proofOf(token: string, text: string): string {
	return createHmac('sha256', token).update(text).digest('hex');
}

/** @returns whether a proof belongs to a text. See {@link proofOf}. */
export function isProofOf(proof: unknown, token: string, text: string): boolean {
	const expected = Buffer.from(proofOf(token, text));
	const given = Buffer.from(String(proof));
	return given.length === expected.length && timingSafeEqual(given, expected);
}
