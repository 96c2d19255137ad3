import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Emulator } from '../../../tools/emulator/types.mts';
import { webhooksAt } from '../../../tools/launcher/differences.mts';
import { findN8n } from '../../../tools/launcher/installation.mts';
import { openDomain, type Domain } from '../../../tools/launcher/life/domain.mts';
import { freePort, startN8n, type N8n, type Owner } from '../../../tools/launcher/n8n.mts';
import { installPackage } from '../../../tools/launcher/package.mts';

/** A copy of an n8n's data, with an n8n of its own at an address of its own. */
export interface Copy {
	/** Where it gets events. */
	domain: Domain;
	/** The one that runs now. */
	readonly n8n: N8n;
	emulator: Emulator;
	/** Ends it and starts it again. */
	restart(): Promise<void>;
	close(): Promise<void>;
}

/** What a copy is made of. */
interface CopyOptions {
	/** The data of an n8n that has nothing to do at the moment. */
	userFolder: string;
	/** A folder that isn't there yet. */
	to: string;
	owner: Owner;
	emulator: Emulator;
	/** What is installed into the copy. */
	tarball: string;
}

/**
 * Copies the data of an n8n, as somebody does who tries a backup out, and starts another n8n with the copy.
 *
 * @param options whose data, and where to
 */
export async function copyOf(options: CopyOptions): Promise<Copy> {
	const { userFolder, to, owner, emulator, tarball } = options;
	// The package is installed anew, so that it may be another version.
	const isCopied = (path: string) => path !== join(userFolder, '.n8n', 'nodes');
	await cp(userFolder, to, { recursive: true, filter: isCopied });
	await installPackage(tarball, to);
	const { folder, environment } = await findN8n({});
	const port = await freePort();
	const domain = await openDomain(`http://127.0.0.1:${port}`);
	const start = () =>
		startN8n({
			...{ folder, userFolder: to, owner, preferredPort: port },
			environment: { ...environment, ...webhooksAt(`${domain.url}/`) },
		});
	let n8n = await start();
	return {
		domain,
		get n8n() {
			return n8n;
		},
		emulator,
		async restart() {
			await n8n.close();
			n8n = await start();
		},
		async close() {
			await n8n.close();
			await domain.close();
		},
	};
}
