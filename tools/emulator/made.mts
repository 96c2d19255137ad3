import { createHash } from 'node:crypto';
import type { State } from './types.mts';

// What WhatsApp makes up, in the form of real ones, but always the same for the same state.

function hash(text: string) {
	return createHash('sha256').update(text);
}

/**
 * @param text what the link is for; the same text gives the same link
 * @returns an invitation link
 */
export function makeLink(text: string): string {
	const code = hash(text).digest('base64').replace(/\W/g, '').slice(0, 22);
	return `https://chat.whatsapp.com/${code}`;
}

/** @returns an invitation link that hasn't been made before */
export function makeNewLink(state: State): string {
	state.made += 1;
	return makeLink(`new link ${state.made}`);
}

/** @returns the digits of a new group or community */
export function makeNewId(state: State): string {
	state.made += 1;
	return `1203639${String(state.made).padStart(11, '0')}`;
}

/** @returns the two ids of a new message */
export function makeMessageIds(state: State): { zaapId: string; messageId: string } {
	state.made += 1;
	const digits = hash(`message ${state.made}`).digest('hex').toUpperCase();
	return { zaapId: digits.slice(0, 32), messageId: digits.slice(32, 52) };
}
