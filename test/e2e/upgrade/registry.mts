import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { selfSigned } from '../../../tools/selfSigned.mts';
import { searchPath } from '../../../tools/launcher/npm.mts';
import { runCommand } from '../../../tools/launcher/processes.mts';
import { readManifest, type Manifest } from './tarball.mts';

const HOST = '127.0.0.1';
const LIMIT_MILLISECONDS = 60_000;

/** A stand-in for npm's registry, behind a proxy that lets nothing through to anywhere else. */
export interface Registry {
	/** What makes n8n and its npm ask this registry, without knowing that it isn't the usual one. */
	environment: Record<string, string>;
	/** Adds a packed version, which is the latest then. */
	publish(tarball: string): Promise<void>;
	close(): Promise<void>;
}

interface Version {
	manifest: Manifest;
	tarball: Buffer;
}

/** npm's own settings, and none of this machine's. */
function npmEnvironment(folder: string): Record<string, string> {
	return {
		npm_config_userconfig: join(folder, 'user.npmrc'),
		npm_config_globalconfig: join(folder, 'global.npmrc'),
		npm_config_cache: join(folder, 'cache'),
		npm_config_update_notifier: 'false',
		npm_config_audit: 'false',
		npm_config_fund: 'false',
	};
}

/** The host that npm, and so n8n, asks for packages; n8n asks another one only with a licence. */
async function usualHost(folder: string): Promise<string> {
	const address = await runCommand('npm', ['config', 'get', 'registry'], {
		...{ folder, limitMilliseconds: LIMIT_MILLISECONDS },
		environment: { PATH: searchPath(), ...npmEnvironment(folder) },
	});
	return new URL(address.trim()).host;
}

/**
 * Starts a registry that has no package yet.
 *
 * @param folder an existing, empty folder for its files
 */
export async function startRegistry(folder: string): Promise<Registry> {
	const host = await usualHost(folder);
	const versions = new Map<string, Version>();
	const certificate = selfSigned(host);
	const certificateFile = join(folder, 'certificate.pem');
	await writeFile(certificateFile, certificate.cert);

	const registry = createTlsServer(certificate, (request, response) =>
		answer(`https://${host}`, versions, request, response),
	);
	const sockets = new Set<Socket>();
	const proxy = createServer((_request, response) => response.writeHead(403).end());
	proxy.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.on('error', () => {});
		socket.once('close', () => sockets.delete(socket));
	});
	proxy.on('connect', ({ url }: IncomingMessage, socket: Socket) => {
		if (url !== `${host}:443`) {
			socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
			return;
		}
		socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
		registry.emit('connection', socket);
	});
	await new Promise<void>((resolve) => proxy.listen(0, HOST, resolve));
	const address = `http://${HOST}:${(proxy.address() as AddressInfo).port}`;

	return {
		environment: {
			...npmEnvironment(folder),
			...{ HTTP_PROXY: address, HTTPS_PROXY: address, http_proxy: address, https_proxy: address },
			NODE_EXTRA_CA_CERTS: certificateFile,
		},
		async publish(tarball) {
			const manifest = await readManifest(tarball);
			versions.set(manifest.version, { manifest, tarball: await readFile(tarball) });
		},
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise<void>((resolve) => proxy.close(() => resolve()));
		},
	};
}

/** A version as the registry describes it. */
function describe(url: string, { manifest, tarball }: Version): object {
	const { name, version } = manifest;
	const hashOf = (kind: string) => createHash(kind).update(tarball);
	return {
		...manifest,
		dist: {
			tarball: `${url}/${name}/-/${name}-${version}.tgz`,
			shasum: hashOf('sha1').digest('hex'),
			integrity: `sha512-${hashOf('sha512').digest('base64')}`,
		},
	};
}

/** Knows a package as a whole, one version of it (also as `latest`), and the tarballs. */
function answer(
	url: string,
	versions: Map<string, Version>,
	{ url: path = '' }: IncomingMessage,
	response: ServerResponse,
): void {
	const latest = [...versions.values()].at(-1);
	const [, name, part, file] = path.split('/').map(decodeURIComponent);
	const send = (content: object) =>
		response.setHeader('content-type', 'application/json').end(JSON.stringify(content));
	if (latest === undefined || name !== latest.manifest.name) {
		response.writeHead(404).end('{}');
	} else if (part === undefined) {
		send({
			name,
			'dist-tags': { latest: latest.manifest.version },
			versions: Object.fromEntries([...versions].map(([of, each]) => [of, describe(url, each)])),
		});
	} else if (part === '-') {
		const found = [...versions].find(([version]) => file === `${name}-${version}.tgz`);
		response.end(found?.[1].tarball);
	} else {
		const found = part === 'latest' ? latest : versions.get(part);
		if (found) send(describe(url, found));
		else response.writeHead(404).end('{}');
	}
}
