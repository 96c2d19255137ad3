/** What the trigger answers to posts that it doesn't take. By these words, another n8n knows that a trigger is there. */
export const refusals = {
	tooLarge: 'This is too large for an event',
	notAnObject: "This isn't a JSON object, or it is nested too deeply",
	unknownType: 'This event has no known type',
	otherInstance: 'This event belongs to another instance',
	withoutToken: "This event doesn't carry the token of the instance",
	unknownPing: "This ping isn't signed with the token of the instance",
	unknownSelfCall:
		"This call about held messages isn't signed with the token of the instance, or is meant for another n8n",
	unknownNote: "This note isn't signed with the token of the instance, or is meant for another n8n",
};

/** @returns whether an answer to a post is a refusal of this package's, in this version or an older one */
export function isOwnRefusal(statusCode: number, error: unknown): boolean {
	return [400, 403].includes(statusCode) && Object.values(refusals).includes(error as string);
}
