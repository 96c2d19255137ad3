import { resources } from '../../nodes/ZApi/resources/index.ts';
import { rowsOf } from '../../tools/contract/derive.mts';

const rowsByOperation = rowsOf(resources);

/** What every operation of the node has to send and to give, once for each documented endpoint that it is for. */
export const samples = rowsByOperation.flat();

/** The same for the further samples of an endpoint. */
export const otherSamples = rowsOf(resources, ({ otherSamples: bodies = [], ...endpoint }) =>
	bodies.map((body) => ({ ...endpoint, sample: { ...endpoint.sample, body } })),
).flat();

/** What every operation has to send and to give, once for each operation. */
export const rows = rowsByOperation.flatMap((ofOperation) => ofOperation.slice(0, 1));
