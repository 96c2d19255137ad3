import type { N8n } from '../n8n.mts';
import type { Place } from './account.mts';
import type { Domain } from './domain.mts';

/** The package, packed. */
export interface Tarballs {
	/** As it is now. */
	current: string;
	/** As it was before n8n started its triggers: see `packEarlier`. */
	earlier: string;
}

/** An n8n that can be ended and started again, in another way or at another address. */
export interface Life extends Place {
	/** Ends n8n at once, as a power cut does. */
	kill(): Promise<void>;
	/** Ends n8n in order. */
	stop(): Promise<void>;
	/**
	 * Starts it again with its data, at its port.
	 *
	 * @param environment what differs from the usual environment
	 */
	start(environment?: Record<string, string>): Promise<N8n>;
	/** The version of the package that n8n has. */
	readonly installed: keyof Tarballs;
	/** Puts a packed version in the place of the package, while n8n doesn't run. */
	install(version: keyof Tarballs): Promise<void>;
	/** Where n8n is known to be, if that isn't its own address. */
	domain?: Domain;
}

/** What is looked at once n8n runs again. */
export type Look = (life: Life, signal?: AbortSignal) => Promise<void>;

/**
 * Something that happens around a published trigger: what is there before n8n ends, and what has to be so after its
 * next start. Several of them share one restart, each with an instance of its own.
 */
export interface Scene {
	/** As in "A published trigger …". */
	name: string;
	prepare: (life: Life, signal?: AbortSignal) => Promise<Look>;
}

/** What happens to n8n between two of its starts, to all scenes alike. */
export interface Chapter {
	/** As in "When n8n …". */
	name: string;
	scenes: Scene[];
	/** What has to be so before the scenes are prepared. */
	before?: (life: Life) => Promise<unknown>;
	/** Ends n8n and starts it again; resolves once it runs. */
	turn: (life: Life) => Promise<void>;
}
