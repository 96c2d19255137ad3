import { freePort } from '../n8n.mts';
import { startProcess } from '../processes.mts';
import { waitUntilLogged } from '../waiting.mts';

/** Where Debian puts the program. */
export const REDIS_SERVER = '/usr/bin/redis-server';

const HOST = '127.0.0.1';

/** A running Redis. */
export interface Redis {
	/** `host:port` */
	address: string;
	/** How n8n gets to its queue. */
	environment: Record<string, string>;
	/** The end of what it wrote to its log. */
	log(): string;
	close(): Promise<void>;
}

/**
 * Starts a Redis on loopback that keeps everything in memory, and waits until it takes connections.
 *
 * @param folder its working folder
 * @throws Error, with the end of its log, if it doesn't start in time
 */
export async function startRedis(folder: string, signal?: AbortSignal): Promise<Redis> {
	const port = await freePort();
	const settings = { port, bind: HOST, save: '', appendonly: 'no', dir: folder };
	const command = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
	const running = startProcess(REDIS_SERVER, command, { folder, environment: {} });
	try {
		await waitUntilLogged(running, 'Ready to accept connections', signal);
	} catch (error) {
		await running.stop();
		throw error;
	}
	return {
		address: `${HOST}:${port}`,
		environment: { QUEUE_BULL_REDIS_HOST: HOST, QUEUE_BULL_REDIS_PORT: String(port) },
		log: () => running.output(),
		close: () => running.stop(),
	};
}
