import type { IDataObject } from 'n8n-workflow';
import { readWords } from '../../../nodes/ZApi/sendAndWait/readWords.ts';
import { comparableChat } from '../../../nodes/shared/values/phones.ts';
import { mayAnswer } from '../../../nodes/shared/answers/respondents.ts';

/** What is asked: any text, one of some choices in words, or one of two buttons. */
export type Kind = 'chatText' | 'chatChoice' | 'approval';

export const LABELS: Record<Kind, string[]> = {
	chatText: [],
	chatChoice: ['Segunda', 'Quarta', 'Sexta'],
	approval: ['Sim', 'Não'],
};

/** An execution that asks, and waits for its answer. */
export interface Execution {
	id: string;
	kind: Kind;
	chat: string;
	respondents: string[] | undefined;
	until: number;
	status: 'running' | 'waiting' | 'answered' | 'failed' | 'canceled';
	askedAt: number;
	/** From when on the question is known, and waits for its answer. */
	waitsFrom: number;
	/** When it ended. */
	endedAt: number;
	/** The messages that asked it. */
	messageIds: string[];
	/** The messages that it got, and didn't understand. */
	notUnderstood: string[];
	/** The message that answered it. */
	answeredBy?: string;
}

/** What n8n, and the node that waits, answer to a report of a message. The node's own code reads it. */
export function answerReport(
	execution: Execution | undefined,
	event: IDataObject,
	choice: string,
	now: number,
): { statusCode: number; body: IDataObject } {
	if (execution === undefined) return { statusCode: 404, body: { message: 'There is none' } };
	if (execution.status === 'waiting' && execution.until <= now) execution.status = 'canceled';
	if (execution.status === 'running') {
		return { statusCode: 409, body: { message: `The execution "${execution.id}" is running` } };
	}
	if (execution.status !== 'waiting') {
		return { statusCode: 409, body: { message: 'The execution has finished already' } };
	}
	const { chat, kind } = execution;
	const respondents = execution.respondents?.map(comparableChat);
	if (!mayAnswer({ chat, respondents }, event)) {
		return { statusCode: 403, body: { resumed: false } };
	}
	const messageId = event.messageId as string;
	if (choice === 'words') {
		const question = { responseType: kind, message: 'Que dia?', labels: LABELS[kind] };
		const read = readWords(question, event);
		if (!('content' in read)) {
			if (read.again !== undefined) execution.notUnderstood.push(messageId);
			return { statusCode: 422, body: { resumed: false, again: read.again } };
		}
	}
	execution.status = 'answered';
	execution.answeredBy = messageId;
	execution.endedAt = now;
	return { statusCode: 200, body: { resumed: true } };
}
