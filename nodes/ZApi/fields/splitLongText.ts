import type { IDataObject } from 'n8n-workflow';
import { splitText } from '../../shared/values/splitText';
import { toWholeNumber } from '../../shared/values/values';
import { readNamed } from '../language/field';
import type { Option } from '../language/option';
import type { MessageToSend } from '../language/request';

const LABEL = 'Split Long Text';

/** Where people stop reading a message as one. */
const USUAL_CHARACTERS = 600;

/** How fast a person types who doesn't want to keep others waiting. */
const CHARACTERS_PER_SECOND = 25;

/** What Z-API shows at most. */
const LONGEST_TYPING_SECONDS = 15;

function typingSecondsOf(text: string): number {
	const seconds = Math.ceil(text.length / CHARACTERS_PER_SECOND);
	return Math.min(seconds, LONGEST_TYPING_SECONDS);
}

/** Those of the mentioned people whose `@` is in a part; who isn't mentioned in any goes with the first. */
function mentionedIn(all: unknown, texts: string[], index: number): string[] {
	const isIn = (phone: string, text = '') => text.includes(`@${phone}`);
	return (Array.isArray(all) ? (all as string[]) : []).filter((phone) => {
		const isAnywhere = texts.some((text) => isIn(phone, text));
		return isAnywhere ? isIn(phone, texts[index]) : index === 0;
	});
}

/** One part of a text, with its own people and its own time of typing, unless that is set. */
function toMessage(whole: IDataObject, texts: string[], index: number): MessageToSend {
	const text = texts[index] ?? '';
	return {
		async addTo({ body }) {
			body.message = text;
			body.delayTyping ??= typingSecondsOf(text);
			const mentioned = mentionedIn(whole.mentioned, texts, index);
			delete body.mentioned;
			if (mentioned.length > 0) body.mentioned = mentioned;
		},
	};
}

/** Makes several messages of a long text. It comes after the options that change the text or name people. */
export const splitLongText: Option = {
	properties: [
		{
			displayName: LABEL,
			name: 'splitLongText',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: USUAL_CHARACTERS,
			description:
				'How many characters a message may have before it is sent as several: at blank lines, else at sentences, never within a word or a link. Each part shows that you are typing for as long as it takes, or for as long as Show Typing says. 0 sends it as one.',
		},
	],
	put(request, value, item) {
		const most = readNamed(item, LABEL, () => toWholeNumber(0)(value));
		const { message } = request.body;
		if (most === 0 || typeof message !== 'string') return;
		const texts = splitText(message, most);
		if (texts.length === 1) return;
		const whole = { ...request.body };
		request.parts = texts.map((_, index) => toMessage(whole, texts, index));
	},
};
