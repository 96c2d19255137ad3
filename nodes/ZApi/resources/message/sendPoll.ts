import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { number } from '../../language/number';
import { delayMessage } from '../../fields/messageOptions';
import { pollOptions } from '../../fields/pollOptions';
import { to } from '../../fields/to';

const question = text('message', 'Question', {
	placeholder: 'e.g. Which day suits you best?',
	description: 'The question to vote on',
});

const poll = pollOptions('poll', 'Poll Options', 'The options to vote for, in this order');

const pollMaxOptions = number('pollMaxOptions', 'Votes per Person', {
	min: 1,
	default: 1,
	description:
		'How many options each person can vote for. Without this option, people can vote for as many as they like.',
});

/** @see https://developer.z-api.io/message/send-poll */
export const sendPoll = operation({
	name: 'Send Poll',
	value: 'sendPoll',
	action: 'Send a poll message',
	description: 'Ask a question with options to vote for. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-poll' },
	sendsToChat: true,
	bodyOrder: ['phone', 'message', 'pollMaxOptions', 'poll'],
	fields: [to, question, poll],
	options: [delayMessage, pollMaxOptions],
	refusedAdvice:
		'Check that the connected number may write to this chat. According to its newer documentation, Z-API accepts polls only in groups.',
});
