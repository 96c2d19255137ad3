import { startEmulator, type Emulator } from '../../tools/emulator/emulator.mts';
import { seedAccount } from '../../tools/emulator/seed.mts';
import type { Fault } from './faultList.mts';
import {
	allFaults,
	EDITOR_HANGING_MILLISECONDS,
	inTime,
	leavesNothingBehind,
	LIMIT_MILLISECONDS,
	withEach,
} from './faultRuns.mts';
import { answer, forwardTo, startFaultyServer } from './faultyServer.mts';
import { isFull } from '../full.mts';
import { problemsWithWords } from './problemsWithWords.mts';
import { Trigger } from './trigger.mts';

leavesNothingBehind(() => {
	describe('the trigger', () => {
		/** How many requests it takes to (de)activate: one to look, and one for each event. */
		const POSITIONS = [0, 1, 2];
		let count = 0;

		/** Sees to it that one of the trigger's requests meets a fault, and all others reach an emulator of its own. */
		async function withTrigger(
			{ meet }: Fault,
			act: (
				trigger: Trigger,
				emulator: Emulator,
				hitNext: (position: number) => void,
			) => Promise<void>,
		): Promise<void> {
			const emulator = await startEmulator();
			let next = Infinity;
			let seen = 0;
			const server = await startFaultyServer({
				fault: meet,
				hits: ({ index }) => {
					seen = index + 1;
					return index === next;
				},
				well: forwardTo(emulator.baseUrl),
			});
			count += 1;
			const trigger = new Trigger(
				{ ...seedAccount, baseUrl: server.baseUrl },
				{
					parameters: { events: ['messageReceived', 'connected'], alsoSentByMe: false },
					webhookId: `faulty-${count}`,
				},
			);
			try {
				await act(trigger, emulator, (position) => (next = seen + position));
			} finally {
				await server.close();
				await emulator.close();
			}
		}

		const set = ({ state }: Emulator) => Object.values(state.webhooks).filter((address) => address);

		async function problemsOf(act: () => Promise<unknown>): Promise<string[]> {
			try {
				await inTime(act(), EDITOR_HANGING_MILLISECONDS);
			} catch (error) {
				return problemsWithWords((error as Error).message);
			}
			return ['no error'];
		}

		const quick = allFaults.filter(({ isSlow }) => !isSlow);
		// Usually, each fault meets one of the requests, and each request a third of the faults.
		const cases = quick.flatMap((fault, index) =>
			POSITIONS.filter((position) => isFull || position === index % POSITIONS.length).map(
				(position) => ({ ...fault, position, title: `${fault.name}, request ${position}` }),
			),
		);

		it(
			'is either registered or not, whichever of its requests meets a fault',
			async () => {
				await withEach(cases, 16, async ({ position, ...fault }) => {
					await withTrigger(fault, async (trigger, emulator, hitNext) => {
						hitNext(position);
						expect(await problemsOf(async () => await trigger.activate())).toEqual([]);
						expect(set(emulator)).toEqual([]);
						expect(await trigger.isRegistered()).toBe(false);
						await trigger.activate();
						expect(set(emulator)).toEqual([trigger.address, trigger.address]);
					});
				});
			},
			LIMIT_MILLISECONDS,
		);

		it(
			'can be taken back after any fault',
			async () => {
				await withEach(cases, 16, async ({ position, ...fault }) => {
					await withTrigger(fault, async (trigger, emulator, hitNext) => {
						await trigger.activate();
						hitNext(position);
						expect(await problemsOf(async () => await trigger.deactivate())).toEqual([]);
						await trigger.deactivate();
						expect(set(emulator)).toEqual([]);
						expect(await trigger.isRegistered()).toBe(false);
					});
				});
			},
			LIMIT_MILLISECONDS,
		);

		it.each(['', 'null', '{}', '[]', '[{}]', '7'])(
			'sets nothing when %j is all that Z-API shows of its addresses',
			async (body) => {
				const fault: Fault = { name: body, meet: (socket) => answer(socket, body) };
				await withTrigger(fault, async (trigger, emulator, hitNext) => {
					emulator.state.webhooks.ReceivedCallback = 'https://crm.example.com/hook';
					hitNext(0);
					expect(await problemsOf(async () => await trigger.activate())).toEqual([]);
					expect(set(emulator)).toEqual(['https://crm.example.com/hook']);
				});
			},
		);
	});
});
