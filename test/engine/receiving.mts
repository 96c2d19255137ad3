/** A trigger that gets events. */
import type { IDataObject } from 'n8n-workflow';
import type { Account, Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { Trigger } from './trigger.mts';

export let emulator: Emulator;

export let account: Account & { baseUrl: string };

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

export function trigger(parameters: IDataObject = {}) {
	return new Trigger(account, { parameters: { events: ['all'], ...parameters } as never });
}

export function message(body: IDataObject = {}): IDataObject {
	return {
		type: 'ReceivedCallback',
		instanceId: account.instance,
		messageId: 'A20DA9C0183A2D35A260F53F5D2B9244',
		phone: '5511900000001',
		fromMe: false,
		text: { message: 'Bom dia' },
		...body,
	};
}
