import type { N8n } from '../../../tools/launcher/n8n.mts';
import type { Cluster } from '../../../tools/launcher/queue/cluster.mts';

/** What the tests of one cluster have in common. It is started before the first of them. */
export interface QueueContext {
	readonly cluster: Cluster;
	/** The n8n as others see it: its webhooks are called at the load balancer. */
	readonly n8n: N8n;
	/** A test that shows the logs of all processes when it fails. */
	test(name: string, run: () => Promise<void>): void;
}

/** @returns which executions each worker has started since; one that waited in between is started twice */
export function watchWorkers({ workers }: Cluster): () => string[][] {
	const before = workers.map(({ started }) => started.length);
	return () => workers.map(({ started }, index) => started.slice(before[index]));
}

/** @returns which executions each webhook process has put into the queue since */
export function watchWebhookProcesses({ webhookProcesses }: Cluster): () => string[][] {
	const before = webhookProcesses.map(({ enqueued }) => enqueued.length);
	return () => webhookProcesses.map(({ enqueued }, index) => enqueued.slice(before[index]));
}

/** @returns the list's two entries */
export function both<Entry>([first, second]: Entry[]): [Entry, Entry] {
	if (first === undefined || second === undefined) throw new Error('There are no two of them');
	return [first, second];
}
