import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../n8n.mts';
import { runCommand, startProcess, type RunningProcess } from '../processes.mts';
import { waitUntilLogged } from '../waiting.mts';

/** Debian keeps the programs of each version in a folder of its own in here. */
const VERSIONS_FOLDER = '/usr/lib/postgresql';
const SETPRIV = '/usr/bin/setpriv';
/** Debian's package makes this user; PostgreSQL refuses to run as root. */
const SYSTEM_USER = 'postgres';

const HOST = '127.0.0.1';
const USER = 'n8n';
const INIT_LIMIT_MILLISECONDS = 60_000;

/** A running PostgreSQL, with an empty database. */
export interface Postgresql {
	/** `host:port` */
	address: string;
	/** How n8n gets to the database. */
	environment: Record<string, string>;
	/** The end of what it wrote to its log. */
	log(): string;
	/** Ends it and removes its data. */
	close(): Promise<void>;
}

async function findProgramsFolder(): Promise<string> {
	const versions = await readdir(VERSIONS_FOLDER).catch(() => []);
	const newest = Math.max(...versions.map(Number).filter(Number.isFinite));
	if (!Number.isFinite(newest)) throw new Error(`There is no PostgreSQL in ${VERSIONS_FOLDER}`);
	return join(VERSIONS_FOLDER, String(newest), 'bin');
}

/** Takes a command line to one that runs it as a user who isn't root. */
function unprivileged(command: string[]): [string, string[]] {
	const [program = '', ...parameters] =
		process.getuid?.() === 0
			? [SETPRIV, `--reuid=${SYSTEM_USER}`, `--regid=${SYSTEM_USER}`, '--init-groups', ...command]
			: command;
	return [program, parameters];
}

/** Gives what root has made to the user that PostgreSQL runs as. */
async function forwardPress(path: string): Promise<void> {
	if (process.getuid?.() !== 0) return;
	const idOf = async (option: string) =>
		Number(
			await runCommand('id', [option, SYSTEM_USER], {
				folder: '/',
				environment: { PATH: process.env.PATH },
				limitMilliseconds: INIT_LIMIT_MILLISECONDS,
			}),
		);
	await chown(path, await idOf('-u'), await idOf('-g'));
}

async function createDatabase(
	programs: string,
	folder: string,
	password: string,
	signal?: AbortSignal,
): Promise<string> {
	const data = join(folder, 'data');
	const passwordFile = join(folder, 'password');
	await writeFile(passwordFile, password, { mode: 0o600 });
	await forwardPress(passwordFile);
	const command = unprivileged([
		join(programs, 'initdb'),
		`--pgdata=${data}`,
		`--username=${USER}`,
		`--pwfile=${passwordFile}`,
		'--auth=scram-sha-256',
		'--encoding=UTF8',
		'--locale=C',
		'--no-sync',
	]);
	await runCommand(...command, {
		folder,
		environment: {},
		limitMilliseconds: INIT_LIMIT_MILLISECONDS,
		signal,
	});
	return data;
}

function startServer(programs: string, data: string, port: number): RunningProcess {
	const settings = {
		listen_addresses: HOST,
		port,
		unix_socket_directories: '',
		// What it holds needn't outlive the machine.
		fsync: 'off',
	};
	const command = unprivileged([
		join(programs, 'postgres'),
		'-D',
		data,
		...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
	]);
	return startProcess(...command, { folder: data, environment: {} });
}

/**
 * Starts a PostgreSQL of its own on loopback, with new data in a temporary folder, and waits until it takes
 * connections.
 *
 * @throws Error, with the end of its log, if it doesn't start in time; nothing is left behind then
 */
export async function startPostgresql(signal?: AbortSignal): Promise<Postgresql> {
	await using cleanup = new AsyncDisposableStack();
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-z-api-postgresql-'));
	cleanup.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
	await forwardPress(folder);

	const programs = await findProgramsFolder();
	const password = randomBytes(18).toString('base64url');
	const data = await createDatabase(programs, folder, password, signal);
	const port = await freePort();
	const server = startServer(programs, data, port);
	cleanup.defer(() => server.stop());
	await waitUntilLogged(server, 'ready to accept connections', signal);

	const running = cleanup.move();
	return {
		address: `${HOST}:${port}`,
		environment: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: HOST,
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_USER: USER,
			DB_POSTGRESDB_PASSWORD: password,
		},
		log: () => server.output(),
		close: () => running.disposeAsync(),
	};
}
