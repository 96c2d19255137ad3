import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import type { NumberLog } from './numbers';

/** How many requests an item of a dry run stands for; none if it isn't one. */
function unsentOf({ json: { dryRun, requests } }: INodeExecutionData): number {
	if (dryRun !== true) return 0;
	return Array.isArray(requests) ? requests.length : 1;
}

/** Counts, while the items of a run come in, what there is to say about them in the end. */
export class HintLog {
	#items = 0;
	#dry = 0;
	#unsent = 0;
	#unclear = 0;

	/** @param items what the operation gives for one item */
	add(items: INodeExecutionData[]): void {
		for (const item of items) {
			const unsent = unsentOf(item);
			this.#items += 1;
			this.#dry += unsent > 0 ? 1 : 0;
			this.#unsent += unsent;
			this.#unclear += item.json.maybeSent === true ? 1 : 0;
		}
	}

	/** Says that there was a dry run, and how much would have been sent. */
	#aboutDryRun(): string[] {
		if (this.#unsent === 0) return [];
		const requests = this.#unsent === 1 ? '1 request' : `${this.#unsent} requests`;
		if (this.#dry === this.#items) {
			return [`Dry run: nothing was sent. ${requests} would have been.`];
		}
		return [
			`Dry run for ${this.#dry} of ${this.#items} items: ${requests} would have been sent for them.`,
		];
	}

	/** Says that messages may have been sent, which no error does. */
	#aboutUnclear(): string[] {
		if (this.#unclear === 0) return [];
		const messages =
			this.#unclear === 1 ? 'The message of 1 item' : `The messages of ${this.#unclear} items`;
		return [
			`${messages} may have been sent, or not: see maybeSent and reason. Look in WhatsApp before you send them again.`,
		];
	}

	/** @returns what to say after a run about the items that it gives, and the phone numbers that it has read */
	all(numbers: NumberLog): NodeExecutionHint[] {
		const messages = [...this.#aboutDryRun(), ...this.#aboutUnclear(), ...numbers.messages()];
		return messages.map((message) => ({ message, location: 'outputPane' }));
	}
}
