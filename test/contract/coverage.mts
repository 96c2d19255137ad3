/** Sections of the documentation whose operations are still to come; what isn't offered there needs no reason yet. */
export const sectionsToCome: readonly string[] = [
	'broadcast',
	'business',
	'calls',
	'chats',
	'contacts',
	'instance',
	'message',
	'newsletter',
	'privacy',
	'queue',
];

const SECRETS = 'its answer is a secret for a program, which no workflow should hold';

/** Why the node offers no operation for an endpoint, by its id, or for all of a section, by its name. */
export const notOffered: Readonly<Record<string, string>> = {
	mobile:
		'registering a number is done once, by hand; a leaked workflow could take the account over',
	partner: 'takes a partner token, and its answers hold the secrets of all instances',
	webhooks: 'the trigger owns the addresses; a change would cut it off without a trace',
	'call-token': SECRETS,
	'get-message-chats': 'the newer documentation no longer has it',
	'get-queue': 'Z-API announces its removal; POST /queue does the same',
	'restore-session': 'the newer documentation no longer has it',
	'sip-info': SECRETS,
	'sip-token': SECRETS,
};
