import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../shared/values/objects';

/**
 * Parses the number of a vCard's line such as `item1.TEL;waid=5544999999999:+55 44 99999-9999`; WhatsApp's own form
 * comes first.
 */
function phoneIn(line: string): string {
	if (!/^(item\d+\.)?tel[;:]/i.test(line)) return '';
	const [, own = ''] = /;waid=(\d+)/i.exec(line) ?? [];
	return own || line.slice(line.lastIndexOf(':') + 1).replace(/\D/g, '');
}

function phonesOf({ phones, vCard }: IDataObject): unknown {
	const isGiven = Array.isArray(phones) && phones.length > 0;
	if (isGiven || typeof vCard !== 'string') return phones;
	// A line that is too long goes on in the next one, after a blank (RFC 6350).
	const lines = vCard.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
	const found = lines.map(phoneIn).filter((phone) => phone !== '');
	return found.length > 0 ? [...new Set(found)] : phones;
}

function cardsIn(value: unknown): IDataObject[] {
	const inner = isObject(value) && Array.isArray(value.contacts) ? value.contacts : value;
	return [inner].flat().filter(isObject);
}

/** @returns the contacts that a message shares: one under `contact`, several under `contacts` */
export function contactCardsOf({ contact, contacts }: IDataObject): IDataObject[] {
	return [...cardsIn(contact), ...cardsIn(contacts)];
}

/**
 * Gives the names and the numbers of the contacts that a message shares. Several come out as a list, too.
 *
 * @see https://developer.z-api.io/webhooks/on-message-received
 */
export function simplifyContacts(body: IDataObject): IDataObject {
	const contacts = contactCardsOf(body).map((card) => ({
		contactName: card.displayName,
		contactPhones: phonesOf(card) as string[],
	}));
	if (contacts.length <= 1) return contacts[0] ?? {};
	return {
		contactName: contacts.map(({ contactName }) => contactName).join(', '),
		contactPhones: contacts.flatMap(({ contactPhones }) => contactPhones ?? []),
		contacts,
	};
}
