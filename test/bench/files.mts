import type * as Core from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';
import { Readable } from 'node:stream';
import type { Engine } from './engine.mts';

function serviceOf(engine: Engine): Core.BinaryDataService {
	const { Container } = engine.require('@n8n/di') as {
		Container: { get(service: typeof Core.BinaryDataService): Core.BinaryDataService };
	};
	return Container.get(engine.core.BinaryDataService);
}

/** Makes n8n keep files on the disk, as its server does by default. */
export async function startFiles(engine: Engine): Promise<void> {
	await serviceOf(engine).init();
}

const CHUNK = Buffer.alloc(65_536, 'photo');

function* content(bytes: number): Generator<Buffer> {
	for (let left = bytes; left > 0; left -= CHUNK.length) {
		yield left < CHUNK.length ? CHUNK.subarray(0, left) : CHUNK;
	}
}

/**
 * Hands n8n a file, as a step before would. It never is in memory as a whole.
 *
 * @param bytes its size
 * @returns what the item holds of it
 */
export async function fileOf(engine: Engine, bytes: number): Promise<IBinaryData> {
	const file: IBinaryData = { data: '', mimeType: 'image/png', fileName: 'photo.png' };
	const location = { type: 'execution', workflowId: '1', executionId: '1' } as const;
	return await serviceOf(engine).store(location, Readable.from(content(bytes)), file);
}
