import type { IHookFunctions, IN8nHttpFullResponse } from 'n8n-workflow';
import { addressInPong, makePing } from '../../shared/account/pings';
import { postJson } from '../../shared/requests/postJson';
import { parseJson } from '../../shared/values/json';
import { isObject } from '../../shared/values/objects';
import { isOwnRefusal } from '../refusals';
import type { Answer } from './facts';
import { hostOf, publishedAddressOf } from './webhookAddress';

const TIMEOUT_MILLISECONDS = 5_000;
const LARGEST_ANSWER = 16 * 1024;

/** n8n's own words for an address at which no workflow listens. */
const NOT_REGISTERED = /webhook .{0,300} is not registered/s;

/** Statuses with which nobody can be there: the last one is that of a tunnel that leads nowhere. */
const NOBODY = [404, 410, 530];

async function readSmall({ body }: IN8nHttpFullResponse): Promise<string> {
	const stream = body as unknown as AsyncIterable<Buffer> & { destroy: () => void };
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of stream) {
			size += chunk.length;
			if (size > LARGEST_ANSWER) break;
			chunks.push(Buffer.from(chunk));
		}
		return Buffer.concat(chunks).toString('utf8');
	} finally {
		stream.destroy();
	}
}

function answerOfFailure(error: unknown): Answer {
	const { code, cause } = Object(error) as { code?: unknown; cause?: unknown };
	const name = String(code ?? (Object(cause) as { code?: unknown }).code ?? 'unknown');
	if (name === 'ENOTFOUND') return { is: 'nobody', seen: 'no server has this name' };
	if (name === 'ECONNREFUSED') {
		return { is: 'nobody', seen: 'the connection was refused', isRefused: true };
	}
	if (/CANCELED|ABORT|TIMEDOUT|TIMEOUT/.test(name)) {
		return { is: 'unclear', seen: `nobody answered within ${TIMEOUT_MILLISECONDS / 1000} s` };
	}
	return { is: 'unclear', seen: `the connection failed (${name})` };
}

/**
 * Asks at an address whether a trigger of this package and instance is alive there.
 *
 * @param token the instance's token, which signs the question
 * @param address an address as Z-API shows it; for that of a test, the published workflow of the same n8n is asked
 */
export async function ping(
	context: Pick<IHookFunctions, 'helpers'>,
	token: string,
	address: string,
): Promise<Answer> {
	const question = makePing(token, hostOf(address));
	const abortSignal = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
	try {
		const url = publishedAddressOf(address);
		const response = await postJson(context, url, JSON.stringify(question), {
			...{ encoding: 'stream', timeout: TIMEOUT_MILLISECONDS, abortSignal },
		});
		const { statusCode } = response;
		const text = await readSmall(response);
		const body = parseJson(text);
		const seen = `it answered with status ${statusCode}`;
		const theirs = addressInPong(body, token, question);
		if (theirs !== undefined) return { is: 'alive', seen: 'a trigger answered', address: theirs };
		if (isOwnRefusal(statusCode, isObject(body) ? body.error : undefined)) {
			return { is: 'alive', seen: `a trigger answered with status ${statusCode}` };
		}
		const isNobody = NOBODY.includes(statusCode) || (statusCode >= 200 && statusCode < 300);
		if (!isNobody) return { is: 'unclear', seen };
		const isFromN8n = statusCode === 404 && NOT_REGISTERED.test(text);
		return { is: 'nobody', seen, ...(isFromN8n && { isFromN8n }) };
	} catch (error) {
		return answerOfFailure(error);
	}
}
