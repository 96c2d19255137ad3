import type { INodeParameters } from 'n8n-workflow';
import {
	action,
	entries,
	locator,
	PERSON,
	QUEUED,
	type SampleAction,
	type SampleWorkflow,
} from './sampleActions.mts';
import { N8N } from './listeningN8n.mts';
import type { GivenAnswer } from './set.mts';

const toPerson = locator('phone', '+55 (11) 90000-0001');

const LISTENING: GivenAnswer = {
	status: 200,
	body: { receivedCallbackUrl: `${N8N}/webhook/a1b2c3d4/webhook` },
};
const KNOWN: GivenAnswer = {
	status: 200,
	body: [{ exists: true, phone: PERSON, lid: '99990000000001@lid' }],
};

/** What Z-API answers before the question is sent: who listens to buttons, and by which names a person writes. */
const ANSWERS_BEFORE: Record<string, GivenAnswer[]> = {
	approval: [LISTENING],
	choice: [LISTENING],
	chatText: [LISTENING, KNOWN],
	chatChoice: [LISTENING, KNOWN],
};

function question(name: string, parameters: INodeParameters): SampleAction {
	const { responseType = 'approval' } = parameters;
	return {
		...action(name, 'message.sendAndWait', { phone: toPerson, message: 'Podemos?', ...parameters }),
		answers: [...(ANSWERS_BEFORE[responseType as string] ?? []), QUEUED],
	};
}

/** Every way of Send and Wait for Response to ask. */
export const questions: SampleWorkflow = {
	name: 'Questions',
	items: [{ json: {} }],
	actions: [
		question('Ask for approval', {}),
		question('Ask certain people for approval', {
			approvalOptions: { values: { approveLabel: 'Sim', disapproveLabel: 'Não' } },
			...{ respondents: 'listed', respondentPhones: PERSON },
			options: {
				limitWaitTime: {
					values: { limitType: 'afterTimeInterval', resumeAmount: 45, resumeUnit: 'minutes' },
				},
			},
		}),
		question('Ask for approval on a page', {
			responseType: 'approvalPage',
			options: { pageLanguage: 'pt-BR', pageTitle: 'Pergunta', thanksText: 'Obrigado!' },
		}),
		question('Ask for a choice', {
			responseType: 'choice',
			choices: entries({ label: 'Manhã' }, { label: 'Tarde' }),
		}),
		question('Ask for a choice from a list', {
			responseType: 'choice',
			choices: entries({ label: 'A' }, { label: 'B' }, { label: 'C' }, { label: 'D' }),
			options: { listTitle: 'Horários', listButtonLabel: 'Abrir' },
		}),
		question('Ask for a text in the chat', {
			...{ responseType: 'chatText', respondents: 'listed', respondentPhones: PERSON },
		}),
		question('Ask for a choice in the chat', {
			responseType: 'chatChoice',
			choices: entries({ label: 'Sim' }, { label: 'Não' }),
		}),
		question('Ask for a text', {
			responseType: 'freeText',
			options: {
				limitWaitTime: {
					values: { limitType: 'atSpecifiedTime', maxDateAndTime: '2999-12-31T12:00:00' },
				},
			},
		}),
	],
};
