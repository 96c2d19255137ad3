import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { packed } from './packed.mts';

/** Removes the packed package after the last test file of a run. */
export default async function removePacked(): Promise<void> {
	await rm(dirname(packed()), { recursive: true, force: true });
}
