import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Journal } from '../journal.mts';
import type { Answer, EmulatedInstance, Emulator, ReceivedRequest, ServedFile } from '../types.mts';
import { withoutSecrets } from '../../withoutSecrets.mts';
import { isOnThisMachine } from '../webhooks.mts';
import { ACTIONS } from './actions.mts';
import { snapshotOf } from './snapshot.mts';
import { viewOf } from './view.mts';

/** What the phone works with. */
export interface PhoneStage {
	/** All numbers, in the order in which they were added. */
	instances: readonly EmulatedInstance[];
	journal: Journal;
	files: Map<string, ServedFile>;
	baseUrl: string;
}

const PAGE = join(import.meta.dirname, 'page');

const TYPES: Record<string, string> = {
	html: 'text/html; charset=utf-8',
	css: 'text/css; charset=utf-8',
	mjs: 'text/javascript; charset=utf-8',
	svg: 'image/svg+xml',
};

/** Nothing but the page's own code runs in it, and no other page shows it; pictures may come from anywhere. */
const POLICY = [
	"default-src 'self'",
	'img-src * data: blob:',
	'media-src * data: blob:',
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

const HEADERS = {
	'Content-Security-Policy': POLICY,
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Cache-Control': 'no-store',
};

/**
 * @param number which of the emulator's numbers it shows, counted from 0; the first, if left out
 * @returns where the phone opens in a browser
 */
export function phoneAddress({ baseUrl }: Pick<Emulator, 'baseUrl'>, number = 0): string {
	return `${baseUrl}/phone${number === 0 ? '' : `#${number}`}`;
}

/** @returns whether a request is for the phone, not for Z-API */
export function isForPhone({ target }: Pick<ReceivedRequest, 'target'>): boolean {
	return /^\/phone(\/|\?|$)/.test(target);
}

/** Other pages in the same browser must neither look at the phone nor use it, not even under a name of their own. */
function isAllowed({ method, headers }: ReceivedRequest): boolean {
	const { host = '', origin, 'sec-fetch-site': site } = headers;
	if (!isOnThisMachine(`http://${String(host)}`)) return false;
	if (method === 'GET') return site !== 'cross-site' || headers['sec-fetch-mode'] === 'navigate';
	return origin === `http://${String(host)}`;
}

function page(path: string): Answer {
	const name = /^\/phone\/?$/.test(path)
		? 'index.html'
		: /^\/phone\/([a-z]+\.(?:css|mjs|svg))$/i.exec(path)?.[1];
	if (name === undefined || !existsSync(join(PAGE, name))) {
		return { status: 404, body: 'Not found' };
	}
	const type = TYPES[name.split('.')[1] ?? ''] ?? 'text/plain';
	return { headers: { 'Content-Type': type }, body: readFileSync(join(PAGE, name)) };
}

/** A file that was sent as it is, not by its address. It may be anything, so it must not run. */
function media({ query }: ReceivedRequest, { instances }: PhoneStage): Answer {
	const { state } = instances[Number(query.number)] ?? {};
	const message = state?.messages.find(({ messageId }) => messageId === query.message);
	const view = message && viewOf(message);
	const { url = '' } = (query.card ? view?.cards?.[Number(query.card)] : view)?.media ?? {};
	const [, type, data] = /^data:([^;,]*)[^,]*;base64,(.*)$/s.exec(url) ?? [];
	if (data === undefined) return { status: 404, body: 'Not found' };
	const shown = /^(image|audio|video)\/(?!svg)/.test(type ?? '') ? type : undefined;
	return {
		headers: {
			'Content-Type': shown ?? 'application/octet-stream',
			'Content-Security-Policy': "default-src 'none'; sandbox",
			...(shown ? {} : { 'Content-Disposition': 'attachment' }),
		},
		body: Buffer.from(data, 'base64'),
	};
}

/** Tells of all that has happened, as Z-API does by itself. What can't be posted is seen in the journal. */
export async function tellAll(instance: EmulatedInstance): Promise<void> {
	for (const event of instance.state.events.splice(0)) await instance.emit(event).catch(() => {});
}

function act(name: string, { body }: ReceivedRequest, stage: PhoneStage): Answer {
	const given = (body ?? {}) as Record<string, unknown>;
	const instance = stage.instances[Number(given.number)];
	const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
	if (!instance || !action) return { status: 404, body: { error: 'Not found' } };
	try {
		action({ ...stage, instance }, given);
	} catch (error) {
		return { status: 400, body: { error: error instanceof Error ? error.message : 'Failed' } };
	}
	void tellAll(instance);
	return { body: {} };
}

function carryOut(request: ReceivedRequest, stage: PhoneStage): Answer {
	const { method, path, query } = request;
	if (!isAllowed(request)) {
		return { status: 403, body: 'The phone opens only on this machine, and only by itself' };
	}
	const [, name] = /^\/phone\/api\/([a-z]+)$/.exec(path) ?? [];
	if (name === undefined) return method === 'GET' ? page(path) : { status: 405 };
	if (method === 'POST') return act(name, request, stage);
	if (name === 'media') return media(request, stage);
	const { instances, journal } = stage;
	const shown =
		name === 'state' ? snapshotOf(instances, Number(query.number), journal.entries) : undefined;
	if (!shown) return { status: 404, body: { error: 'Not found' } };
	const secrets = instances.flatMap(({ account: { instance, token, clientToken } }) => [
		...[instance, token, clientToken],
	]);
	return {
		headers: { 'Content-Type': 'application/json' },
		body: withoutSecrets(JSON.stringify(shown), secrets),
	};
}

/**
 * Answers a request for the phone: its page, what it shows, and what is done on it.
 *
 * @param request one that {@link isForPhone}
 */
export function answerPhone(request: ReceivedRequest, stage: PhoneStage): Answer {
	const answer = carryOut(request, stage);
	return { ...answer, headers: { ...HEADERS, ...answer.headers } };
}
