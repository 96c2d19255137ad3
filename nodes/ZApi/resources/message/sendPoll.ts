import { inBody } from '../../fields/field';
import { delayMessage } from '../../fields/messageOptions';
import { pollOptions } from '../../fields/pollOptions';
import { to } from '../../fields/to';
import { toText, toWholeNumber } from '../../../shared/values/values';
import type { Operation } from '../operation';

const question = inBody(
	{
		displayName: 'Question',
		name: 'message',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Qual o melhor dia para a reunião?',
		description: 'The question to vote on',
	},
	toText,
);

const poll = pollOptions('poll', 'Poll Options', 'The options to vote for, in this order');

const pollMaxOptions = inBody(
	{
		displayName: 'Votes per Person',
		name: 'pollMaxOptions',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description:
			'How many options each person can vote for. Without this option, people can vote for as many as they like.',
	},
	toWholeNumber(1),
);

/**
 * The older documentation has polls in any chat, the newer in groups only: any chat is offered, and Z-API decides.
 *
 * @see https://developer.z-api.io/message/send-poll
 */
export const sendPoll: Operation = {
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
};
