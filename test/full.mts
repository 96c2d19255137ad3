/** Whether everything is tried with everything, as by `npm run test:full`; usually, one of each kind is enough. */
export const { isFull = false } = globalThis as { isFull?: boolean };

/**
 * How many random histories are tried. In usual runs they are the same each time: what shows once in many thousands is
 * for full ones, which try others.
 *
 * @param usual how many there are in usual runs
 */
export function randomRuns(usual: number): { numRuns: number; seed?: number } {
	return isFull ? { numRuns: usual * 20 } : { numRuns: usual, seed: 1 };
}
