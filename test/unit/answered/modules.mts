import * as workflow from 'n8n-workflow';
import type * as Tell from '../../../nodes/ZApi/sendAndWait/tellQuestion.ts';
import type * as Store from '../../../nodes/ZApiTrigger/conversations/store.ts';
import type * as Held from '../../../nodes/ZApiTrigger/holding/holder.ts';
import type * as Receive from '../../../nodes/ZApiTrigger/receiving/receive.ts';

/** The code of the package, as a process has loaded it, with a memory of its own. */
export type Modules = Pick<typeof Receive, 'receive'> &
	Pick<typeof Store, 'ConversationMemory'> &
	Pick<typeof Held, 'Holder'> &
	Pick<typeof Tell, 'tellQuestion' | 'offerWords'>;

/** How long the code waits, in a time that the tests let pass. */
export const time: { sleep: (milliseconds: number) => Promise<void> } = {
	sleep: async () => await Promise.resolve(),
};

/** @returns the code as a process loads it when it starts */
export async function loadModules(): Promise<Modules> {
	let loaded: Modules | undefined;
	await jest.isolateModulesAsync(async () => {
		jest.doMock('n8n-workflow', () => ({
			...workflow,
			sleep: async (milliseconds: number) => await time.sleep(milliseconds),
		}));
		const { receive } = await import('../../../nodes/ZApiTrigger/receiving/receive.ts');
		const { ConversationMemory } = await import(
			'../../../nodes/ZApiTrigger/conversations/store.ts'
		);
		const { Holder } = await import('../../../nodes/ZApiTrigger/holding/holder.ts');
		const { tellQuestion, offerWords } = await import(
			'../../../nodes/ZApi/sendAndWait/tellQuestion.ts'
		);
		loaded = { receive, ConversationMemory, Holder, tellQuestion, offerWords };
	});
	if (loaded === undefined) throw new Error('The code could not be loaded');
	return loaded;
}
