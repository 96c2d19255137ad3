import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '../../../tools/emulator/emulator.mts';
import type { Emulator } from '../../../tools/emulator/types.mts';
import { findN8n } from '../../../tools/launcher/installation.mts';
import { startN8n, type N8n } from '../../../tools/launcher/n8n.mts';
import { packed } from '../packed.mts';
import { startRegistry, type Registry } from './registry.mts';
import { packAs, readManifest } from './tarball.mts';

/** The version before the one that is built. It differs in nothing else. */
export const EARLIER = '0.0.9';

interface InstalledPackage {
	installedVersion: string;
	updateAvailable?: string;
	failedLoading?: boolean;
}

/** An n8n into which nothing is installed, with a registry that offers an earlier version of this package. */
export interface Bare {
	/** The one that runs now, also after a restart. */
	readonly n8n: N8n;
	readonly emulator: Emulator;
	/** n8n's data. */
	readonly userFolder: string;
	/** This package's name and version, as it is built. */
	readonly built: { name: string; version: string };
	/** Offers the built version, too. */
	release(): Promise<void>;
	/** Does what the buttons in Settings → Community nodes do. */
	install(): Promise<void>;
	update(): Promise<void>;
	uninstall(): Promise<void>;
	/** @returns what Settings → Community nodes shows of this package; undefined if it isn't installed */
	installed(): Promise<InstalledPackage | undefined>;
	/** Ends n8n, and starts it again with its data, at its address. */
	restart(): Promise<N8n>;
	close(): Promise<void>;
}

/**
 * Starts all of that.
 *
 * @throws Error if a step fails; nothing is left behind then
 */
export async function startBare(): Promise<Bare> {
	await using cleanup = new AsyncDisposableStack();
	const temporary = await mkdtemp(join(tmpdir(), 'n8n-nodes-z-api-upgrade-'));
	// n8n's last writes can still arrive while its folder is being removed.
	cleanup.defer(() => rm(temporary, { recursive: true, force: true, maxRetries: 5 }));
	const [repacked, userFolder, forRegistry] = ['package', 'user', 'registry'].map((name) =>
		join(temporary, name),
	) as [string, string, string];
	for (const folder of [repacked, userFolder, forRegistry]) await mkdir(folder);

	const tarball = packed();
	const built = await readManifest(tarball);
	const registry: Registry = await startRegistry(forRegistry);
	cleanup.defer(() => registry.close());
	await registry.publish(await packAs(EARLIER, tarball, repacked));

	const emulator = await startEmulator();
	cleanup.defer(() => emulator.close());
	const { folder, environment } = await findN8n({});
	const options = { folder, userFolder, environment: { ...environment, ...registry.environment } };
	let n8n = await startN8n(options);
	cleanup.defer(() => n8n.close());
	const { owner, url } = n8n;

	const PACKAGES = '/rest/community-packages';
	const { name } = built;
	const running = cleanup.move();
	return {
		get n8n() {
			return n8n;
		},
		...{ emulator, built, userFolder },
		release: () => registry.publish(tarball),
		install: () => n8n.post(PACKAGES, { name }),
		update: () => n8n.patch(PACKAGES, { name }),
		uninstall: () => n8n.delete(`${PACKAGES}?name=${name}`),
		async installed() {
			const packages = await n8n.get<Array<InstalledPackage & { packageName: string }>>(PACKAGES);
			return packages.find(({ packageName }) => packageName === name);
		},
		async restart() {
			await n8n.close();
			n8n = await startN8n({ ...options, owner, preferredPort: Number(new URL(url).port) });
			return n8n;
		},
		close: () => running.disposeAsync(),
	};
}
