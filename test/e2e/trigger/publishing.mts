import { expectNoSecret } from '../../engine/secrets.mts';
import { createCredential } from '../../../tools/launcher/examples.mts';
import { waitUntil } from '../../../tools/launcher/waiting.mts';
import { TRIGGER, TriggerWorkflow } from '../../../tools/launcher/workflows/triggerWorkflow.mts';
import { addresses, changes, receive, messageIds } from './events.mts';
import { beginAnew, editor, see } from '../session.mts';

/** n8n tries again for some seconds, more and more slowly, before it gives an activation up. */
const REFUSAL_LIMIT_MILLISECONDS = 120_000;
const QUICK_MILLISECONDS = 10_000;
const FOREIGN = 'https://crm.example.com/hooks/whatsapp?key=s3cret';

describe('a workflow with the trigger', () => {
	beginAnew();

	see('gets its events from when it is published until it is unpublished', async () => {
		const { emulator, launched } = editor;
		await using workflow = await TriggerWorkflow.save(launched, {
			events: ['messageReceived', 'messageStatus'],
		});
		expect(addresses()).toEqual({});

		await workflow.publish();
		const address = addresses().ReceivedCallback ?? '';
		expect(address.replace(/[0-9a-f-]{36}/, 'ID')).toBe(`${launched.n8n.url}/webhook/ID/webhook`);
		expect(addresses()).toEqual({ ReceivedCallback: address, MessageStatusCallback: address });

		expect(await receive()).toMatchObject({ status: 200 });
		const executions = await workflow.executions(1);
		expect(executions).toMatchObject([{ status: 'success', mode: 'webhook' }]);
		expect(executions[0]?.items.map(({ json }) => json)).toMatchObject([
			{
				...{ eventType: 'messageReceived', kind: 'text', text: 'teste' },
				...{ phone: '5544999999999', senderPhone: '5544999999999', fromMe: false },
				instanceId: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
			},
		]);
		expectNoSecret(emulator.account, JSON.stringify(executions));

		await workflow.unpublish();
		expect(addresses()).toEqual({});
		const late = await fetch(address, { method: 'POST' });
		expect(late.status).toBe(404);
	});
});

describe('an address of someone else', () => {
	beginAnew();

	see(
		'keeps a workflow from being published, and n8n says whose it is, but not all of it',
		async () => {
			editor.emulator.state.webhooks.ReceivedCallback = FOREIGN;
			await using workflow = await TriggerWorkflow.save(editor.launched);
			const refusal = await workflow.publish().then(
				() => 'It was published',
				(error: unknown) => String(error),
			);
			expect(refusal).toContain('Z-API already sends "Message Received" to crm.example.com.');
			expect(refusal).toContain("turn on this node's option Replace Existing Addresses");
			expect(refusal).not.toMatch(/hooks|s3cret/);

			await workflow.unpublish();
			expect(addresses()).toEqual({ ReceivedCallback: FOREIGN });
			expect(changes()).toEqual([]);
		},
		REFUSAL_LIMIT_MILLISECONDS,
	);

	see('is replaced if the option says so, and put back afterwards', async () => {
		editor.emulator.state.webhooks.ReceivedCallback = FOREIGN;
		await using workflow = await TriggerWorkflow.publish(editor.launched, {
			options: { replaceExisting: true },
		});
		expect(addresses().ReceivedCallback).toContain(`${editor.launched.n8n.url}/webhook/`);
		await receive();
		expect(await workflow.executions(1)).toHaveLength(1);

		await workflow.unpublish();
		expect(addresses()).toEqual({ ReceivedCallback: FOREIGN });
	});
});

describe('a test in the editor', () => {
	beginAnew();

	see('gets one event, and then production gets its events again', async () => {
		await using workflow = await TriggerWorkflow.publish(editor.launched);
		const production = addresses();

		await editor.show(`/workflow/${workflow.id}`);
		await editor.openNode(TRIGGER);
		await editor.byTestId('node-execute-button').click();
		await editor.byTestId('trigger-listening').waitFor();
		await waitUntil(
			'Z-API posts to the test',
			() => addresses().ReceivedCallback?.includes('/webhook-test/') ?? false,
		);
		await receive({ messageId: 'OF-THE-TEST' });
		await editor.byTestId('output-panel').getByText('OF-THE-TEST').waitFor();

		await waitUntil(
			'production has its address again',
			() => addresses().ReceivedCallback === production.ReceivedCallback,
		);
		await receive({ messageId: 'OF-PRODUCTION' });
		const executions = await workflow.executions(2);
		expect(executions.map(({ mode }) => mode)).toEqual(['manual', 'webhook']);
		expect(messageIds(executions)).toEqual(['OF-THE-TEST', 'OF-PRODUCTION']);
	});

	see('that is started twice gives production its events back', async () => {
		await using workflow = await TriggerWorkflow.publish(editor.launched);
		const production = addresses();
		await workflow.startTest();
		await workflow.startTest();
		expect(addresses().ReceivedCallback).toContain('/webhook-test/');
		await workflow.endTest();
		await waitUntil(
			'production has its address again',
			() => addresses().ReceivedCallback === production.ReceivedCallback,
		);
	});

	see('that fails says why, and n8n stays as quick as it was', async () => {
		const { launched, emulator } = editor;
		const { n8n } = launched;
		const account = { ...emulator.account, baseUrl: emulator.baseUrl, token: 'NO-SUCH-TOKEN' };
		const credential = await createCredential(n8n, account);
		const failing = await TriggerWorkflow.save({ n8n, credential });
		await using working = await TriggerWorkflow.save(launched);
		for (let round = 0; round < 2; round += 1) {
			await expect(failing.startTest()).rejects.toThrow('Instance not found');
			const start = Date.now();
			await working.startTest();
			expect((await fetch(`${n8n.url}/healthz`)).status).toBe(200);
			// With the failed test still in n8n's cache, it would be a minute.
			expect(Date.now() - start).toBeLessThan(QUICK_MILLISECONDS);
			await working.endTest();
			await waitUntil('Z-API posts nowhere', () => addresses().ReceivedCallback === undefined);
		}
	});
});
