import type * as Core from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type * as N8nWorkflow from 'n8n-workflow';

/** n8n's libraries, out of one installation, so that all sides share the same copies. */
export interface Engine {
	core: typeof Core;
	workflow: typeof N8nWorkflow;
	/** Loads anything else of that installation. */
	require: NodeJS.Require;
	/**
	 * Hands n8n a file, as a step before would. It never is in memory as a whole.
	 *
	 * @returns what the item holds of it
	 */
	store(bytes: number): Promise<IBinaryData>;
}

const CHUNK = Buffer.alloc(65_536, 'photo');

function* content(bytes: number): Generator<Buffer> {
	for (let left = bytes; left > 0; left -= CHUNK.length) yield CHUNK.subarray(0, left);
}

/**
 * Loads the libraries of an installed n8n and starts them with the settings that its server has by default:
 * expressions are evaluated in an isolate (`vm`), and files are kept on the disk.
 *
 * @param n8nFolder the folder that has n8n in its `node_modules`
 */
export async function startEngine(n8nFolder: string): Promise<Engine> {
	const require = createRequire(join(n8nFolder, 'node_modules', 'n8n', 'package.json'));
	// n8n loads its metadata library first, too.
	require('reflect-metadata');
	const core = require('n8n-core') as typeof Core;
	const workflow = require('n8n-workflow') as typeof N8nWorkflow;
	await workflow.Expression.initExpressionEngine({
		engine: 'vm',
		poolSize: 1,
		maxCodeCacheSize: 1024,
		bridgeTimeout: 5000,
		bridgeMemoryLimit: 128,
		lazyAcquire: false,
		compileCache: false,
	});
	const { Container } = require('@n8n/di') as {
		Container: { get(service: typeof Core.BinaryDataService): Core.BinaryDataService };
	};
	const files = Container.get(core.BinaryDataService);
	await files.init();
	return {
		core,
		workflow,
		require,
		async store(bytes) {
			const file: IBinaryData = { data: '', mimeType: 'image/png', fileName: 'photo.png' };
			const location = { type: 'execution', workflowId: '1', executionId: '1' } as const;
			return await files.store(location, Readable.from(content(bytes)), file);
		},
	};
}
