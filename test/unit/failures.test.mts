import { failureOfError } from '../../nodes/shared/requests/errors.ts';
import { failureOfAnswer, type Attempt } from '../../nodes/shared/requests/failures.ts';
import { failureOfNetwork } from '../../nodes/shared/requests/knownFailures.ts';

const ADVICE = 'Advice of the operation';

function judge(statusCode: number, body: unknown, more: Partial<Attempt> = {}) {
	const attempt = { what: 'unlink the groups', refusedAdvice: ADVICE, ...more };
	return failureOfAnswer({ statusCode, body: body as never }, attempt);
}

describe('an answer that is fine', () => {
	it.each<[string, number, unknown]>([
		['success', 200, { success: true }],
		['data', 200, { id: '1', subGroups: [] }],
		['data with an empty error', 200, { id: '1', error: null }],
		['an empty list', 200, []],
		['an empty object', 200, {}],
		['nothing', 204, ''],
		['null', 200, null],
		['missing body', 200, undefined],
		['blank text', 200, ' \n'],
		['a value that is nothing', 200, { value: 0, text: '' }],
		['a state that is an object', 200, { status: { toString: 1 } }],
	])('%s', (_name, statusCode, body) => {
		expect(judge(statusCode, body)).toBeUndefined();
	});
});

describe("an answer that says no despite its status quotes Z-API's words", () => {
	it.each<[unknown, string]>([
		[{ success: false, count: 0 }, '{"success":false,"count":0}'],
		[{ error: 'Invalid phone' }, 'Invalid phone'],
		[{ error: { message: 'Deep inside' } }, 'Deep inside'],
		[{ success: true, error: 'Half done' }, 'Half done'],
		[{ success: 'False', message: 'Last group' }, 'Last group'],
		[{ success: false, errors: ['a', 'b'] }, 'a, b'],
		[{ errors: ['Not an admin'] }, 'Not an admin'],
		[{ errors: [{ message: 'Not an admin' }, { message: 'Gone' }] }, 'Not an admin, Gone'],
		[{ error: 'No', message: 'No, thanks', reason: 'No' }, 'No, thanks'],
		[{ status: '400' }, '{"status":"400"}'],
		[{ status: 'error', message: 'Not an admin' }, 'Not an admin'],
		[{ statusCode: 400, message: 'Not an admin' }, 'Not an admin'],
		[{ statusCode: '500' }, '{"statusCode":"500"}'],
		[[{ success: true }, { success: false, message: 'Second' }], 'Second'],
	])('%j', (body, words) => {
		expect(judge(200, body)).toEqual({
			message: `Z-API didn't unlink the groups: ${words}`,
			description: ADVICE,
			statusCode: 200,
		});
	});
});

describe('an answer that says no and nothing else', () => {
	it.each<[unknown]>([
		[{ success: false }],
		[{ success: 'false' }],
		[{ success: null }],
		[{ success: false, error: null, message: null }],
		[{ value: false }],
		[{ value: 'false' }],
		[{ error: false }],
		[{ error: true }],
		[{ error: '' }],
		[false],
	])('%j', (body) => {
		expect(judge(200, body)).toEqual({
			message: "Z-API didn't unlink the groups, and gave no reason",
			description: ADVICE,
			statusCode: 200,
		});
	});
});

describe('an answer that is not in the documented form', () => {
	it.each<[unknown, string]>([
		['<html><head><title>Just a moment</title></head><body>x</body></html>', 'Just a moment'],
		['<!doctype html><style>a{}</style><p>Sign in</p>', 'Sign in'],
		['{"success": tru', '{"success": tru'],
		[42, '42'],
		[['a', 'b'], '["a","b"]'],
		[[{ id: 1 }, null], '[{"id":1},null]'],
	])('%j', (body, words) => {
		const failure = judge(200, body);
		expect(failure?.message).toBe(`Z-API's response isn't in the documented format: ${words}`);
		expect(failure?.description).toContain('Base URL');
	});
});

describe('an answer with an error status', () => {
	it.each<[number, unknown, string]>([
		[
			400,
			'Proxy is not reachable',
			"Z-API didn't unlink the groups: Proxy is not reachable (status 400)",
		],
		[404, '', "Z-API didn't unlink the groups, and gave no reason (status 404)"],
		[418, {}, "Z-API didn't unlink the groups, and gave no reason (status 418)"],
		[400, { code: 7 }, `Z-API didn't unlink the groups: {"code":7} (status 400)`],
		[400, [{ message: 'a' }, 'b'], "Z-API didn't unlink the groups: a, b (status 400)"],
		[500, { error: 'Oops' }, 'Z-API failed with status 500: Oops'],
		[500, { value: false }, 'Z-API failed with status 500'],
		[502, '<html><title>Bad Gateway</title></html>', 'Z-API failed with status 502: Bad Gateway'],
		[503, '', 'Z-API failed with status 503'],
		[302, '', 'Z-API redirected to another address instead of answering (status 302)'],
		[199, '', 'Z-API redirected to another address instead of answering (status 199)'],
	])('%d %j', (statusCode, body, message) => {
		expect(judge(statusCode, body)).toMatchObject({ message, statusCode });
	});

	it.each<[string, number, unknown, string]>([
		['a missing Client-Token', 401, { error: 'null not allowed' }, 'Client-Token'],
		[
			'a missing Client-Token',
			400,
			{ error: 'your client-token is not configured' },
			'Client-Token',
		],
		['a missing Client-Token, in a 200', 200, { error: 'null not allowed' }, 'Client-Token'],
		['a missing Client-Token, in a list', 400, { errors: ['null not allowed'] }, 'Client-Token'],
		['a wrong Client-Token', 403, { error: 'Fabc not allowed' }, 'Client-Token'],
		['an address off the list', 400, { error: '203.0.113.7 not allowed' }, 'IP addresses'],
		['an address off the list', 400, { error: '2001:db8::1 not allowed' }, 'IP addresses'],
		['a wrong instance', 400, { error: 'Instance not found' }, 'Instance ID'],
		['an unknown ID', 400, { error: 'Community not found' }, 'one of the IDs'],
		['an unknown path', 404, { error: 'NOT_FOUND' }, 'update this node'],
		['a lost phone', 400, { error: 'You are not connected.' }, 'QR code'],
		['no right', 401, {}, 'Instance ID, the Instance Token and the Client-Token'],
		['no right', 403, '', 'Instance ID, the Instance Token and the Client-Token'],
		['an unknown address', 404, '', 'Instance ID'],
		['a wrong method', 405, '', 'Base URL'],
		['too many requests', 429, '', 'Batching'],
		['a refusal with a reason', 400, { error: 'Invalid phone' }, ADVICE],
		['a fault of the server', 500, { error: 'x' }, "Z-API's side"],
		['a number that is unknown', 400, { error: 'Phone number does not exist' }, 'phone number'],
		['a message that is unknown', 404, { error: 'Message not found' }, 'one of the IDs'],
		[
			'what channels do not take',
			400,
			{ error: 'Document not available to channels.' },
			'Choose a person or a group',
		],
		[
			'what only groups take',
			400,
			{ error: 'This type of message can only be sent in groups' },
			'Choose a group',
		],
		[
			'a late change',
			400,
			{ error: 'Message has not been edited because it has been more than 7 days' },
			'Send a new message',
		],
		[
			'an address without a file',
			400,
			{ error: 'Message not send caused by invalid media url' },
			'private browser window',
		],
		[
			'another format',
			400,
			{ error: 'Unsupported sticker format: image/tiff' },
			'Convert the file',
		],
		['a file that is too large', 413, '', 'smaller file'],
		['a redirect', 307, '', 'Base URL'],
	])('advises about %s (%d %j)', (_what, statusCode, body, advice) => {
		expect(judge(statusCode, body)?.description).toContain(advice);
	});

	it.each([402, 408, 499])(
		"keeps an operation's own advice for what Z-API has understood, which %d does not show",
		(statusCode) => {
			expect(judge(statusCode, '')?.description).not.toContain(ADVICE);
			expect(judge(statusCode, { error: 'Something' })?.description).not.toContain(ADVICE);
		},
	);

	it("prefers what an operation says about Z-API's words", () => {
		const refusals = [{ words: /last group/i, advice: 'Keep one more group.' }];
		expect(judge(400, { error: 'Last group' }, { refusals })?.description).toBe(
			'Keep one more group.',
		);
		expect(judge(404, { error: 'Last group not found' }, { refusals })?.description).toBe(
			'Keep one more group.',
		);
	});

	it('quotes one line of bounded length', () => {
		const message = judge(400, { error: `first\nsecond ${'x'.repeat(5000)}` })?.message ?? '';
		expect(message).toContain('first second x');
		expect(message.length).toBeLessThan(400);
	});
});

describe('failureOfNetwork', () => {
	it.each([
		['ENOTFOUND', 'no server has this name'],
		['EAI_AGAIN', 'no server has this name'],
		['ECONNREFUSED', 'the connection was refused'],
		['EHOSTUNREACH', 'the connection was refused'],
		['ETIMEDOUT', "didn't answer in time"],
		['ECONNABORTED', "didn't answer in time"],
		['ECONNRESET', 'broke before the response was complete'],
		['ERR_BAD_RESPONSE', 'broke before the response was complete'],
		['Z_BUF_ERROR', 'broke before the response was complete'],
		['ERR_CANCELED', "didn't answer in time"],
		['HPE_INVALID_CONSTANT', "response can't be read"],
		['Z_DATA_ERROR', "response can't be read"],
		['ERR__ERROR_FORMAT_PADDING_1', "response can't be read"],
		['EINVAL', 'the connection was refused'],
		['EPROTO', 'No secure connection'],
		['CERT_HAS_EXPIRED', 'No secure connection'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'No secure connection'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'No secure connection'],
		['ERR_SOMETHING_NEW', 'Something went wrong between n8n and Z-API'],
	])('puts %s into words and names it', (code, words) => {
		const { message, description } = failureOfNetwork(code);
		expect(message).toContain(words);
		expect(message).toContain(`(${code})`);
		expect(description).toEqual(expect.any(String));
	});

	it.each(['ETIMEDOUT', 'ECONNRESET', 'ERR_SOMETHING_NEW'])(
		'leaves open whether the request was carried out (%s)',
		(code) => {
			expect(failureOfNetwork(code).isOutcomeUnknown).toBe(true);
		},
	);

	it.each([
		['canceled', 'ERR_CANCELED', "didn't answer in time"],
		['The connection was aborted, perhaps the server is offline', 'ECONNABORTED', 'in time'],
		['The connection to the server was closed unexpectedly', 'ECONNRESET', 'broke before'],
	])('also says it where n8n 1.123 says: %s', (message, httpCode, words) => {
		// There, n8n's error has no cause.
		const error = Object.assign(new Error(message), { httpCode, cause: undefined });
		expect(failureOfError(error)).toEqual(failureOfNetwork(httpCode));
		expect(failureOfError(error).message).toContain(words);
	});
});
