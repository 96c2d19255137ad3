import { operation } from '../../language/operation';
import { messageIdField } from '../../fields/message';
import { pollOptions } from '../../fields/pollOptions';
import { chatId } from '../../fields/to';

const pollMessageId = messageIdField(
	'pollMessageId',
	'The messageId of the poll, sent or received',
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
export const votePoll = operation({
	name: 'Vote in Poll',
	value: 'votePoll',
	action: 'Vote in a poll',
	description: 'Vote for one or more options of a poll',
	request: { method: 'POST', url: '/send-poll-vote' },
	sendsToChat: true,
	fields: [chatId, pollMessageId, pollVote],
	refusedAdvice:
		'Check that the poll is in this chat, and that each vote is spelled like its option. According to its newer documentation, Z-API accepts votes only in groups.',
});
