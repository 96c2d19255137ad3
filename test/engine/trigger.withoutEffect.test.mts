import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { WebhookPathTakenError } from 'n8n-workflow';
import { withoutField } from './editorHarness.mts';
import { FOREIGN, REPLACE, useWorld } from './registration.mts';
import type { Trigger } from './trigger.mts';

const world = useWorld();

async function errorOf(trigger: Trigger): Promise<Error> {
	return (await trigger.activate().catch((error: Error) => error)) as Error;
}

describe('what Z-API says that it sets, and does not', () => {
	it('is set again', async () => {
		world.emulator.quirks.putsWithoutEffect = 1;
		const trigger = world.newTrigger();
		await trigger.activate();
		expect(world.addresses().ReceivedCallback).toBe(trigger.address);
		expect(world.setters()).toHaveLength(2);
	});

	it('is said after three times, with what is still there', async () => {
		world.addresses().ReceivedCallback = FOREIGN;
		world.emulator.quirks.putsWithoutEffect = Infinity;
		const error = await errorOf(world.newTrigger(REPLACE));
		expect(error).toBeInstanceOf(WebhookPathTakenError);
		expect(error.message).toContain(
			'Z-API answered three times that it has changed its webhooks, but still shows crm.example.com for "Message Received".',
		);
		expect(error.message).not.toContain('s3cret');
		expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
	});

	it("doesn't stop n8n's start, and is tried again later", async () => {
		const trigger = world.newTrigger();
		await trigger.activate();
		world.addresses().ReceivedCallback = trigger.testAddress;
		world.restart();
		world.emulator.quirks.putsWithoutEffect = Infinity;
		await trigger.start();
		expect(trigger.failedExecutions).toEqual([expect.stringContaining('three times')]);
		world.emulator.quirks.putsWithoutEffect = 0;
		world.clock.pass(5_000);
		await world.untilReceivedBy(trigger);
		// It still reads whether the address was set.
		await trigger.deactivate();
	});
});

describe("what can't get better", () => {
	it('is said in words about the workflow itself where two of its triggers want the same', async () => {
		const workflowId = 'one-workflow';
		await world.newTrigger({}, { workflowId }).activate();
		for (const parameters of [{}, REPLACE]) {
			const error = await errorOf(world.newTrigger(parameters, { workflowId }));
			expect(error).toBeInstanceOf(WebhookPathTakenError);
			expect(error.message).toContain(
				'Another Z-API Trigger of this workflow already gets "Message Received".',
			);
			expect(error.message).toContain('Switch');
		}
		expect(world.setters()).toHaveLength(1);
	});

	it('is said once for a credential that is not filled in', async () => {
		const credential = { ...world.account, instance: '' } as ICredentialDataDecryptedObject;
		const error = await errorOf(world.newTrigger({}, { credential }));
		expect(error).toBeInstanceOf(WebhookPathTakenError);
		expect(error.message).toMatch(/Instance/);
		expect(world.emulator.requests).toEqual([]);
	});
});

describe('a credential that n8n cannot evaluate', () => {
	/** As n8n gives it: a field holds an expression about data that isn't there yet. */
	function unreadable() {
		const credential = { ...world.account } as ICredentialDataDecryptedObject;
		Object.defineProperty(credential, 'instance', {
			enumerable: true,
			get() {
				throw new Error("Node '' hasn't been executed");
			},
		});
		return { credential };
	}

	it('keeps a workflow from being published, in words', async () => {
		const error = await errorOf(world.newTrigger({}, unreadable()));
		expect(error).toBeInstanceOf(WebhookPathTakenError);
		expect(error.message).toContain("n8n can't read the Z-API credential of this trigger: ");
		expect(error.message).toContain('Choose a credential that you can use');
		expect(world.emulator.requests).toEqual([]);
	});

	it('is told to be without expressions, where n8n leaves a field out', async () => {
		const credential = withoutField(world.account, 'instance');
		const { message } = await errorOf(world.newTrigger({}, { credential }));
		expect(message).toMatch(
			/Instance ID in the Z-API credential is an expression, .*needs a credential without expressions/,
		);
		expect(world.emulator.requests).toEqual([]);
	});

	it("doesn't stop n8n's start, and is said", async () => {
		const trigger = world.newTrigger({}, unreadable());
		await trigger.start();
		expect(trigger.failedExecutions).toEqual([
			expect.stringContaining("n8n can't read the Z-API credential"),
		]);
		// Nothing was ever set, so nothing is in the way of its end.
		await trigger.deactivate();
	});
});
