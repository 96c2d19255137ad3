import { Account } from '../../../tools/launcher/life/account.mts';
import type { Chapter, Look } from '../../../tools/launcher/life/scene.mts';
import { waitUntil } from '../../../tools/launcher/waiting.mts';

/** How many more starts it has to outlast; they take long, so there are some only with the environment variable FULL. */
const MORE_STARTS = process.env.FULL ? 2 : 0;

/** Z-API doesn't answer while n8n starts, and does again a while later. */
export const silence: Chapter = {
	name: "Z-API can't be reached at n8n's start",
	scenes: [
		{
			name: `gets its events back by itself${MORE_STARTS ? `, and keeps them for ${MORE_STARTS} more starts` : ''}`,
			async prepare(life) {
				const account = await Account.open(life);
				const workflow = await account.publish(life);
				const production = account.address;
				await workflow.startTest();
				await account.expectTest();
				const look: Look = async () => {
					await account.expectAddress(production);
					await account.expectToBeHeard(life.n8n, workflow);
					for (let starts = 0; starts < MORE_STARTS; starts += 1) {
						await life.stop();
						await life.start();
						await account.expectAddress(production);
						await account.expectToBeHeard(life.n8n, workflow);
					}
				};
				return look;
			},
		},
	],
	async turn(life) {
		const { emulator } = life;
		await life.kill();
		let isDown = true;
		emulator.misbehave({ when: () => isDown, hangUp: 'before' });
		const before = emulator.requests.length;
		await life.start();
		try {
			const isAsked = () => emulator.requests.length > before;
			await waitUntil('n8n asked Z-API at its start', isAsked);
		} finally {
			isDown = false;
		}
	},
};
