import type { INodeExecutionData } from 'n8n-workflow';
import type { Settings } from '../../shared/account/settings';
import { internationalFormat } from '../../shared/numbers/numberMessages';

/** A phone number that was read. */
type Reading = Parameters<NonNullable<Settings['onNumber']>>[0];

/** How many numbers a hint names. */
const NAMED = 3;

function nameFirst<Entry>(entries: Entry[], format: (entry: Entry) => string): string {
	const named = entries.slice(0, NAMED).map(format).join(', ');
	return entries.length > NAMED ? `${named} …` : named;
}

/** Takes down what became of the phone numbers of an item, or of a run. */
export class NumberLog {
	private readonly completed = new Map<string, string>();
	private readonly unclear = new Map<string, string>();

	/** Is told of each phone number that was read. */
	readonly onNumber = (reading: Reading): void => {
		if (reading.kind === 'completed') this.completed.set(reading.digits, reading.code);
		if (reading.kind === 'unclear') this.unclear.set(reading.digits, reading.completed);
	};

	/** Adds what another log has. */
	add({ completed, unclear }: NumberLog): void {
		for (const [digits, code] of completed) this.completed.set(digits, code);
		for (const [digits, other] of unclear) this.unclear.set(digits, other);
	}

	/** @returns the number, if it was completed: what was entered looked otherwise */
	sentTo(digits: string): string | undefined {
		return this.completed.has(digits) ? digits : undefined;
	}

	/**
	 * Says in the results of an item where something went to, if a number of the item was completed. If there are several
	 * numbers and results, a result has those that it is about.
	 */
	withSentTo(results: INodeExecutionData[]): INodeExecutionData[] {
		const [only, ...others] = this.completed.keys();
		if (only === undefined) return results;
		return results.map((result) => {
			const own =
				others.length === 0
					? only
					: results.length === 1
						? [only, ...others]
						: Object.values(result.json).find((value) => this.completed.has(String(value)));
			return own === undefined ? result : { ...result, json: { ...result.json, sentTo: own } };
		});
	}

	/** @returns what to say about the numbers of a run */
	messages(): string[] {
		const messages: string[] = [];
		const { size } = this.completed;
		if (size > 0) {
			const [code] = this.completed.values();
			const what = size === 1 ? '1 phone number had' : `${size} phone numbers had`;
			const numbers = nameFirst([...this.completed.keys()], internationalFormat);
			messages.push(
				`${what} no country code, and got ${code} in front: ${numbers}. The Default Country Code is in the Z-API credential.`,
			);
		}
		if (this.unclear.size > 0) {
			const count = this.unclear.size;
			const what = count === 1 ? '1 phone number' : `${count} phone numbers`;
			const numbers = nameFirst(
				[...this.unclear],
				([digits, other]) =>
					`${digits} (${internationalFormat(digits)} or ${internationalFormat(other)})`,
			);
			messages.push(
				`${what} without a plus could be of two countries, and stayed as entered: ${numbers}. Write numbers with a plus and the country code, or choose under Options, Numbers Without a Country Code, what to do.`,
			);
		}
		return messages;
	}
}
