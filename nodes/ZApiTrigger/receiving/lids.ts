import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../shared/values/objects';

const LID = /^\d+@lid$/;

/** The `@lid`s that an event names, by their digits. */
function lidsIn({ chatLid, senderLid, participantLid, reaction }: IDataObject): Set<string> {
	const referenced = isObject(reaction) ? reaction.referencedMessage : undefined;
	const participant = isObject(referenced) ? referenced.participant : undefined;
	const lids = [chatLid, senderLid, participantLid, participant].filter(
		(value): value is string => typeof value === 'string' && LID.test(value),
	);
	return new Set(lids.map((lid) => lid.slice(0, -'@lid'.length)));
}

/**
 * Adds the `@lid` that Z-API sometimes leaves out: without it, the digits look like the phone number of somebody else.
 * Which digits are an `@lid`'s shows in the event itself, which has it whole elsewhere.
 *
 * @param body what Z-API posted
 * @returns a copy in which people are named by their number or their whole `@lid`
 */
export function withWholeLids(body: IDataObject): IDataObject {
	const lids = lidsIn(body);
	if (lids.size === 0) return body;
	const whole = (value: unknown): unknown => {
		if (typeof value === 'string' && lids.has(value)) return `${value}@lid`;
		return isObject(value) && 'phone' in value ? { ...value, phone: whole(value.phone) } : value;
	};
	const { phone, participantPhone, participant, notificationParameters } = body;
	return {
		...body,
		...('phone' in body && { phone: whole(phone) as string }),
		...('participantPhone' in body && { participantPhone: whole(participantPhone) as string }),
		...('participant' in body && { participant: whole(participant) as string }),
		...(Array.isArray(notificationParameters) && {
			notificationParameters: notificationParameters.map(whole) as string[],
		}),
	};
}
