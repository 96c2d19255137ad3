import { inBody } from '../../fields/field';
import { messageIdProperty } from '../../fields/message';
import { toMessageId } from '../../fields/messageOptions';
import { pollOptions } from '../../fields/pollOptions';
import { chatId } from '../../fields/to';
import type { Operation } from '../operation';

const pollMessageId = inBody(
	messageIdProperty('pollMessageId', 'The messageId of the poll, sent or received'),
	toMessageId,
);

const pollVote = pollOptions(
	'pollVote',
	'Votes',
	'The options to vote for, spelled exactly as in the poll',
);

/**
 * The heading of the page says /send-poll; the address below it is right.
 *
 * @see https://developer.z-api.io/message/send-poll-vote
 */
export const votePoll: Operation = {
	name: 'Vote in Poll',
	value: 'votePoll',
	action: 'Vote in a poll',
	description: 'Vote for one or more options of a poll',
	request: { method: 'POST', url: '/send-poll-vote' },
	sendsToChat: true,
	fields: [chatId, pollMessageId, pollVote],
	refusedAdvice:
		'Check that the poll is in this chat, and that each vote is spelled like its option. According to its newer documentation, Z-API accepts votes only in groups.',
};
