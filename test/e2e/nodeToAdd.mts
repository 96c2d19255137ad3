/** A node of a workflow that a test makes. */
export interface NodeToAdd {
	name: string;
	type: string;
	typeVersion?: number;
	parameters?: object;
	onError?: string;
	credentials?: object;
}
