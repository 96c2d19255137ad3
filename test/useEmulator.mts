import { startEmulator, type Account, type Emulator } from '../tools/emulator/emulator.mts';

/**
 * Gives a test file an emulator, which is back in its seeded state before each test.
 *
 * @param use gets the emulator, and what a credential holds to reach it, before the first test
 */
export function useEmulator(
	use: (emulator: Emulator, account: Account & { baseUrl: string }) => void,
): void {
	let emulator: Emulator;
	beforeAll(async () => {
		emulator = await startEmulator();
		use(emulator, { ...emulator.account, baseUrl: emulator.baseUrl });
	});
	beforeEach(() => emulator.reset());
	afterAll(() => emulator.close());
}
