import type { INodeParameters } from 'n8n-workflow';
import type { ExpressionEngine } from './engine.mts';
import type { Profile } from './profile.mts';
import type { SideName } from './sides.mts';

/** Where the packages that take part are installed. */
export interface Folders {
	/** The n8n that runs all sides; see the launcher's cache. */
	n8n: string;
	/** The package of this project, as a user would have it. */
	ours: string;
	/** The package `n8n-nodes-evolution-api`. */
	evolution: string;
	/** A folder for what n8n wants to write. */
	scratch: string;
}

/** One run of the workflow. */
export interface Load {
	items: number;
	/** How long the server takes for an answer. */
	latencyMilliseconds: number;
}

/** What one process measures: one side, in one or more runs after each other. */
export interface Job {
	folders: Folders;
	side: SideName;
	expressions: ExpressionEngine;
	loads: Load[];
	/** The server's address. */
	server: string;
	/** Replace or add node parameters. */
	parameters?: INodeParameters;
	/** How many times as many operations our node has. */
	multiple?: number;
	/** The size of the file that each item has. */
	fileBytes?: number;
	/** Where the time goes. It slows the run down, so such a run is not for timing. */
	profile?: boolean;
}

/** What one run showed. */
export interface Measurement {
	milliseconds: number;
	cpuMilliseconds: number;
	/** Memory of the process right before the run. */
	idleBytes: number;
	/** The most memory that the process ever had. */
	peakBytes: number;
	/** For how long n8n could do nothing else, at most. */
	longestBlockMilliseconds: number;
	/** How often the node asked for the credential; n8n's server reads its database each time. */
	credentialReads: number;
	/** How often an expression was evaluated, on average for one item; counted along with a profile. */
	evaluationsPerItem?: number;
	goodItems: number;
	/** Why the first item failed, if one did. */
	error?: string;
	profile?: Profile;
}

/** What a process that measures sends back. */
export interface WorkerAnswer {
	/** In the order of the job's loads. */
	measurements: Measurement[];
	/** How many items it ran in all, with those that came before the measured ones. */
	items: number;
}
