import type { Launched } from '../../../tools/launcher/launch.mts';
import {
	TriggerWorkflow,
	type Execution,
} from '../../../tools/launcher/workflows/triggerWorkflow.mts';

/** Not UTF-8, so that it gets lost wherever it is taken for text. */
export const FILE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x00, 0xff, 0xfe, 0xc3, 0x28]);

/** Lets the emulator post a message with an image, and gives the item that it started a workflow with. */
export async function receiveImage(
	launched: Launched,
): Promise<Execution['items'][number] | undefined> {
	await using workflow = await TriggerWorkflow.publish(launched, { downloadMedia: true });
	const { emulator } = launched;
	emulator?.files.set('photo', { contentType: 'image/png', content: FILE });
	const answer = await emulator?.emit({
		type: 'ReceivedCallback',
		title: 'image',
		body: { image: { imageUrl: `${emulator.baseUrl}/files/photo`, mimeType: 'image/png' } },
	});
	expect(answer?.status).toBe(200);
	const [execution] = await workflow.executions(1);
	return execution?.items[0];
}
