import type { WebhookSettings } from '../../../nodes/ZApiTrigger/registration/webhookSettings.ts';

/** Who sets something at Z-API, and whether a person who does it wants whatever is there to be replaced. */
export interface Writer {
	name: string;
	/** Whether a person has allowed that it replaces what others have. */
	replaces: boolean;
	/** Whether a deed of this kind may leave others without events until they look again. */
	isDeed: boolean;
	/** The n8n that gives something back, which knows its other triggers. */
	givesBack?: string;
}

/** An instance of Z-API, as far as addresses matter. It remembers the deeds that set them. */
export class ZApi {
	readonly addresses: Record<string, string>;
	notifiesSentByMe = false;
	/** Who set a slot last. */
	readonly writers = new Map<string, Writer>();
	/** What deeds have set, and when. */
	readonly #deeds: Array<{ slot: string; address: string; time: number }> = [];
	/** Asked before anything changes. */
	onChange: (slot: string, from: string, to: string, writer: Writer) => void = () => {};
	#time = 0;

	constructor(slots: string[]) {
		this.addresses = Object.fromEntries(slots.map((slot) => [slot, '']));
	}

	/** A time of its own, which grows with each call. */
	tick(): number {
		this.#time += 1;
		return this.#time;
	}

	set(slot: string, address: string, writer: Writer): void {
		this.onChange(slot, this.addresses[slot] ?? '', address, writer);
		// Who had the slot before another program emptied it knows nothing of who takes it now.
		const wasEmptied = this.addresses[slot] === '' && this.writers.get(slot)?.name === 'foreign';
		this.addresses[slot] = address;
		this.writers.set(slot, writer);
		if (writer.isDeed || wasEmptied) this.#deeds.push({ slot, address, time: this.tick() });
	}

	/** @returns whether what a slot has, also if it was given back, goes back to a deed after some time */
	isNewsSince(slot: string, since: number): boolean {
		return this.#deeds.some(
			(deed) => deed.slot === slot && deed.address === this.addresses[slot] && deed.time > since,
		);
	}

	read(): WebhookSettings {
		return { addresses: { ...this.addresses }, notifiesSentByMe: this.notifiesSentByMe };
	}
}
