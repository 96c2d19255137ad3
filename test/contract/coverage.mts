/** Sections of the documentation whose operations are still to come; what isn't offered there needs no reason yet. */
export const sectionsToCome: readonly string[] = [];

/** What is still to come, by the endpoint's id, or by `<id>: <name of the field>`, and why it isn't here yet. */
export const toCome: Readonly<Record<string, string>> = {};

const POST_CATALOGS = 'POST does the same, also where a long cursor makes the address too long';
const SECRETS = 'its answer is a secret for a program, which no workflow should hold';

/** Why the node offers no operation for an endpoint, by its id, or for all of a section, by its name. */
export const notOffered: Readonly<Record<string, string>> = {
	mobile:
		'registering a number is done once, by hand; a leaked workflow could take the account over',
	partner: 'takes a partner token, and its answers hold the secrets of all instances',
	webhooks: 'the trigger owns the addresses; a change would cut it off without a trace',
	'call-token': SECRETS,
	'get-message-chats': 'the newer documentation no longer has it',
	'get-products': POST_CATALOGS,
	'get-products-phone': POST_CATALOGS,
	'get-queue': 'Z-API announces its removal; POST /queue does the same',
	'qr-code': 'GET /qr-code/image gives the same as a picture',
	'restore-session': 'the newer documentation no longer has it',
	'sip-info': SECRETS,
	'sip-token': SECRETS,
};
