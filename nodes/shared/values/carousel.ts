import { toAddress } from './addresses';
import { toActionButton, type ActionButton } from './buttons';
import { InvalidValue } from './invalidValue';
import { toEntries, toFields, toOptionalPart, toPart } from './lists';
import { toText, type Read } from './values';

/** A card of a carousel. */
export interface Card {
	text: string;
	image: string;
	buttons?: ActionButton[];
}

const toCardText = toPart('text', toText);
const toImage = toPart('an image', toAddress);

/** A button with its parts in the order of the documented cards. */
function toCardButton(value: unknown): ActionButton {
	const { id, label, type, ...target } = toActionButton(value);
	return { ...(id === undefined ? {} : { id }), label, ...target, type };
}

function ofButton(place: number, error: unknown): unknown {
	if (!(error instanceof InvalidValue)) return error;
	return new InvalidValue(`button ${place}, ${error.problem}`, error.advice);
}

const toButtonList = toOptionalPart('a list of buttons', (value) =>
	toEntries(value, [{ label: 'Comprar', url: 'https://example.com', type: 'URL' }]),
);

function toButtons(value: unknown): ActionButton[] {
	return (toButtonList(value) ?? []).map((each, index) => {
		try {
			return toCardButton(each);
		} catch (error) {
			throw ofButton(index + 1, error);
		}
	});
}

/**
 * Reads a card of a carousel. Its buttons may be of different types.
 *
 * @throws InvalidValue when it lacks its text or its image, or when a button is wrong, naming the button's place
 * @see https://developer.z-api.io/message/send-carousel
 */
export const toCard: Read<Card> = (value) => {
	const { text, image, buttons: given } = toFields(value);
	const card = { text: toCardText(text), image: toImage(image) };
	const buttons = toButtons(given);
	return buttons.length > 0 ? { ...card, buttons } : card;
};
