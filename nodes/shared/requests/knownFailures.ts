/** What went wrong, in words for the user. */
export interface Failure {
	/** What happened, with Z-API's own words. */
	message: string;
	/** What to do next. */
	description: string;
	/** The HTTP status, where there was an answer. */
	statusCode?: number;
	/** Whether nobody can tell if the request was carried out. */
	isOutcomeUnknown?: true;
	/** Whether Z-API doesn't know the path of the request. */
	isUnknownPath?: true;
	/** How long Z-API asks to wait before the same request is sent again. */
	retryAfterMilliseconds?: number;
}

/** Words from Z-API, or statuses, by which a refusal is recognized, and what the user should do about it. */
export interface KnownRefusal {
	words?: RegExp;
	statuses?: number[];
	/** What Z-API's words mean, where they don't say it plainly. It completes "Z-API didn't …, because". */
	cause?: string;
	advice: string;
	isUnknownPath?: true;
}

const CHECK_ACCOUNT =
	'Open the Z-API credential and check the Instance ID, the Instance Token and the Client-Token.';
const CHECK_INSTANCE =
	'Open the Z-API credential and check the Instance ID and the Instance Token. Both are in the Z-API panel, under Instances (Instâncias), and belong to the same instance.';
const WHERE_CLIENT_TOKEN =
	'It is the account security token in the Z-API panel, under Security (Segurança)';
const ENTER_CLIENT_TOKEN = `Open the Z-API credential and enter the Client-Token. ${WHERE_CLIENT_TOKEN}.`;
const CHECK_CLIENT_TOKEN = `Open the Z-API credential and check the Client-Token. ${WHERE_CLIENT_TOKEN}, not the token of the instance.`;
/** What to do when something other than Z-API answers. */
export const CHECK_BASE_URL =
	'Open the Z-API credential and check the Base URL. Usually it is https://api.z-api.io';

/** What to do when nobody can tell whether a request was carried out. Not for requests that only read. */
export const MAYBE_DONE =
	'The request may still have been carried out. Look in WhatsApp before you run this again.';

/** The same for a request that only reads. */
export const READ_AGAIN = 'Try again.';

/** What to do about an undocumented answer. */
export const TRY_AGAIN =
	'Try again. If it keeps failing, a proxy or firewall between n8n and Z-API can be the cause.';

/**
 * The trial or the subscription has ended. `GET /status` doesn't always say so, and may go on answering that WhatsApp
 * is connected.
 */
export const SUBSCRIPTION_OVER = {
	words: /subscribe to this instance|\bsubscription\b.{0,40}\b(over|ended|expired|cancell?ed)\b/i,
	cause: 'the subscription of this instance is over',
	advice:
		'Open the instance in the Z-API panel, under Instances (Instâncias), and subscribe to it. An instance whose trial has ended needs this, too.',
};

/**
 * What to do about a refusal whose cause shows in Z-API's words. The first match counts. The texts come from Z-API's
 * pages on the Client-Token, on IP restrictions and on sent messages, from recorded traffic, and from reports of its
 * users.
 */
export const KNOWN_WORDS: KnownRefusal[] = [
	SUBSCRIPTION_OVER,
	{
		words: /client-?token\b.{0,20}\bnot configured/i,
		cause: 'it got no Client-Token, or the account has not activated one',
		advice: `${ENTER_CLIENT_TOKEN} If it is in the credential already, activate it there.`,
	},
	{
		words: /^\[?null\]? not allowed/i,
		cause: 'the Client-Token is missing',
		advice: ENTER_CLIENT_TOKEN,
	},
	{
		words: /^\[?([\d.]{7,}|[\da-f:]*:[\da-f:.]*)\]? not allowed/i,
		cause: "this n8n server's IP address isn't on the account's list",
		advice:
			"Z-API accepts requests only from the IP addresses on your account's list. In the Z-API panel, under Security (Segurança), add the address of this n8n server.",
	},
	{
		words: /client-?token/i,
		cause: 'the Client-Token is wrong',
		advice: CHECK_CLIENT_TOKEN,
	},
	// What is refused may also be the Client-Token itself.
	{ words: /not allowed$/i, advice: CHECK_CLIENT_TOKEN },
	{
		words: /instance\b.{0,80}\b(not found|invalid)|invalid instance/i,
		cause: 'the Instance ID or the Instance Token is wrong',
		advice: CHECK_INSTANCE,
	},
	{
		words: /^NOT_FOUND\b|matching target resource/i,
		isUnknownPath: true,
		cause: "it doesn't know this request",
		advice: `${CHECK_BASE_URL}, with nothing after it. If it is right, update this node to the latest version: Z-API may have changed this function.`,
	},
	{
		words: /not[ _]connected|restore the session|disconnected/i,
		cause: "WhatsApp isn't connected to this instance",
		advice:
			'Connect WhatsApp again: open the instance in the Z-API panel and scan the QR code with the phone.',
	},
	{
		words: /\bmulti[ -]?device/i,
		cause: "WhatsApp doesn't allow it to linked devices, as which Z-API is connected today",
		advice:
			'There is no other way to ask for this. To have the messages of a chat, keep them as they arrive, with the Z-API Trigger.',
	},
	{
		words: /not available to channels/i,
		advice: "Channels don't support this. Choose a person or a group.",
	},
	{
		words: /only be (sent|used) in groups/i,
		advice: 'Choose a group: this works only in groups.',
	},
	{
		words: /more than 7 days/i,
		advice: 'WhatsApp allows this only for 7 days. Send a new message instead.',
	},
	{
		words: /invalid media url|got a 404|not a valid url in the media/i,
		advice:
			'Open the address in a private browser window: it must lead to the file itself, with no login and no page around it.',
	},
	{
		words: /unsupported .{0,40}format|error occurred in the conversion/i,
		advice: 'Convert the file to a common format first, such as PNG, MP3 or MP4.',
	},
	{
		words: /\b(phone|number)\b.{0,80}(not found|does(n't| not) exist)/i,
		advice:
			'Check the phone number: country code, area code and number. It may not be on WhatsApp, or WhatsApp may know it with or without the ninth digit.',
	},
	{
		words: /\w.{0,80} (not found|does(n't| not) exist)/i,
		advice:
			"Z-API doesn't know one of the IDs. Choose from the list again, or check the ID that the expression returns.",
	},
];

/** What to do about a refusal that shows only in the status. */
export const KNOWN_STATUSES: KnownRefusal[] = [
	{ statuses: [401, 403], advice: CHECK_ACCOUNT },
	{
		statuses: [404],
		isUnknownPath: true,
		advice: `${CHECK_INSTANCE} If they are right, check the Base URL, too.`,
	},
	{
		statuses: [405, 415],
		advice: `${CHECK_BASE_URL}. If it is right, update this node to the latest version.`,
	},
	{
		statuses: [407],
		advice:
			"A proxy between n8n and Z-API asks for a password. Set it in n8n's proxy settings, or under Request Options → Proxy in this node's Settings.",
	},
	{
		statuses: [413, 414, 431],
		advice: 'A value is too long, or a file is too large. Send a shorter text or a smaller file.',
	},
	{
		statuses: [429],
		advice:
			"Z-API is getting too many requests at once. Lower this node's option Requests at Once, or add Batching under Request Options in its Settings.",
	},
];

/** Network error codes, by what they mean to the user. */
const NETWORK_FAILURES: Array<{
	codes: RegExp;
	what: string;
	advice: string;
	isOutcomeUnknown?: true;
}> = [
	{
		codes: /^(ENOTFOUND|EAI_AGAIN|EAI_NODATA)$/,
		what: "Z-API can't be reached: no server has this name",
		advice: `${CHECK_BASE_URL}. If it is right, check this n8n server's internet connection.`,
	},
	{
		codes:
			/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM|EINVAL|EHOSTDOWN|ENETDOWN)$/,
		what: "Z-API can't be reached: the connection was refused",
		advice: `${CHECK_BASE_URL}. If it is right, check this n8n server's internet connection and firewall.`,
	},
	{
		codes: /^(ETIMEDOUT|ECONNABORTED|ESOCKETTIMEDOUT|ERR_CANCELED|ABORT_ERR|UND_ERR_.*TIMEOUT)$/,
		what: "Z-API didn't answer in time",
		advice: "You can allow more time in the node's Settings: Request Options → Timeout.",
		isOutcomeUnknown: true,
	},
	{
		codes: /^(ECONNRESET|EPIPE|ERR_BAD_RESPONSE|ERR_STREAM_PREMATURE_CLOSE|Z_BUF_ERROR)$/,
		what: 'The connection to Z-API broke before the response was complete',
		advice: '',
		isOutcomeUnknown: true,
	},
	{
		codes: /^(HPE_.*|Z_.*_ERROR|ERR__ERROR_.*|ZSTD_.*)$/,
		what: "Z-API's response can't be read",
		advice: 'A proxy between n8n and Z-API can be the cause.',
		isOutcomeUnknown: true,
	},
	{
		codes: /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_|^EPROTO$/,
		what: 'No secure connection to Z-API could be made',
		advice: `${CHECK_BASE_URL}. If your network inspects encrypted traffic, set NODE_EXTRA_CA_CERTS on the n8n server to the path of the file with the network's root certificate.`,
	},
];

/** The failure for JSON that is nested so deeply that reading it overflows the stack. */
export const TOO_DEEP: Failure = {
	message: "Z-API's response isn't in the documented format: it is nested too deeply to read",
	description: `${CHECK_BASE_URL}. A proxy between n8n and Z-API can be the cause, too.`,
	isOutcomeUnknown: true,
};

/**
 * Puts a network error into words.
 *
 * @param code the error's code, e.g. `ECONNREFUSED`
 */
export function failureOfNetwork(code: string): Failure {
	const known = NETWORK_FAILURES.find(({ codes }) => codes.test(code));
	if (!known) {
		return {
			message: `Something went wrong between n8n and Z-API (${code})`,
			description: TRY_AGAIN,
			isOutcomeUnknown: true,
		};
	}
	const { what, advice, isOutcomeUnknown } = known;
	return { message: `${what} (${code})`, description: advice, isOutcomeUnknown };
}
