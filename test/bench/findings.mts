import type { Results } from './bench.mts';
import type { CpuResults } from './cpu.mts';
import type { Options } from './options.mts';
import type { Weights } from './weight.mts';

/** Everything that was measured. */
export interface Findings {
	options: Options;
	throughput: Results;
	cpu: CpuResults;
	file: Results;
	weights: Weights;
	minutes: number;
	/** How many processes wanted a CPU before the bench began, on average of five minutes. */
	load: number;
}
