import type { Folders, SideName } from './sides.mts';

/** Before the measured runs: enough that V8 has compiled what is used often, as in an n8n that runs all the time. */
export const WARM_UP_ITEMS = 2000;

/** One run of the workflow. */
export interface Load {
	items: number;
	/** How long the server takes for an answer. */
	latencyMilliseconds: number;
	/** Whether the server is asked over TLS. */
	isSecure?: boolean;
	/** The size of the file that each item has. */
	fileBytes?: number;
}

/** What one process measures: one side, in one or more runs after each other. */
export interface Job {
	folders: Folders;
	side: SideName;
	loads: Load[];
	/** The server's address. */
	server: string;
	/** Its address with TLS. */
	secureServer: string;
}

/** What one run showed. */
export interface Measurement {
	milliseconds: number;
	/** Of all threads of the process. */
	cpuMilliseconds: number;
	/** For how long n8n could do nothing else, at most. */
	blockMilliseconds: number;
	/** How much larger the process got than it was right before. */
	memoryBytes: number;
}
