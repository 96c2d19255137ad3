import { waitUntil } from '../../../tools/launcher/waiting.mts';
import { TRIGGER } from '../../../tools/launcher/workflows/triggerWorkflow.mts';
import { addresses, receive, trigger } from './events.mts';
import { seeIcons } from '../icons.mts';
import { beginAnew, editor, see } from '../session.mts';

describe('discovery of the trigger', () => {
	beginAnew();

	see('the nodes panel offers the trigger, event by event, to who looks for WhatsApp', async () => {
		await editor.show('/workflow/new');
		await editor.byTestId('canvas-plus-button').click();
		const panel = editor.byTestId('node-creator');
		await panel.getByText('What triggers this workflow?').waitFor();
		await editor.byTestId('node-creator-search-bar').fill('whatsapp');
		await editor
			.byTestId('item-iterator-item')
			.filter({ hasText: 'Z-API' })
			.filter({ hasText: 'start a workflow when something happens on WhatsApp' })
			.click();
		await panel.getByText('On WhatsApp disconnected').waitFor();
		await panel.getByText('On message status changed').click();
		await editor.field('events').getByText('Message Status Changed').waitFor();
		await editor.closeNode();
		await editor.node(TRIGGER).getByText('Message Status Changed', { exact: true }).waitFor();
	});

	seeIcons(trigger);
});

describe('the panel of the trigger', () => {
	beginAnew();

	see('takes the credential from its dropdown', async () => {
		const { credential } = editor.launched;
		await editor.openWorkflow([{ ...trigger(), credentials: {} }]);
		await editor.openNode(TRIGGER);
		const select = editor.byTestId('node-credentials-select');
		await select.click();
		await editor.byTestId(`node-credentials-select-item-${credential.id}`).click();
		expect(await select.locator('input').inputValue()).toBe(credential.name);
		await editor.byTestId('node-execute-button').click();
		await waitUntil('Z-API posts to the test', () => addresses().ReceivedCallback !== undefined);
		await editor.byTestId('trigger-listening').getByText('Stop Listening').click();
		await waitUntil('Z-API posts nowhere', () => addresses().ReceivedCallback === undefined);
	});

	see('lists the chats by name, and only the chosen one starts the workflow', async () => {
		const { emulator } = editor;
		const { chats, connectedPhone } = emulator.state;
		const groups = emulator.state.groups.filter(({ participants }) =>
			participants.some(({ phone }) => phone === connectedPhone),
		);
		const [chosen, other] = chats;
		await editor.openWorkflow([trigger()]);
		await editor.openNode(TRIGGER);

		await editor.byTestId('fixed-collection-add').click();
		await editor.byTestId('rlc-input').click();
		for (const { name, phone } of [...chats, ...groups]) {
			await editor
				.byTestId('rlc-item')
				.filter({ hasText: name ?? phone })
				.first()
				.waitFor();
		}
		await editor.byTestId('rlc-search').fill(chosen?.name ?? '');
		await editor.byTestId('rlc-item').filter({ hasText: chosen?.name }).click();
		await editor.addToCollection('Add Filter', 'Text Contains');
		await editor.field('textContains').locator('input').fill('preço');

		await editor.byTestId('node-execute-button').click();
		await waitUntil('Z-API posts to the test', () => addresses().ReceivedCallback !== undefined);
		const text = { message: 'Oi! Qual é o PRECO do bolo?' };
		for (const [phone, answer] of [
			[other?.phone, 'Event filtered'],
			[chosen?.phone, 'Workflow was started'],
		] as const) {
			const names = { chatName: chosen?.name, senderName: chosen?.name };
			const received = await receive({ phone, text, ...names });
			expect(received?.text).toContain(answer);
		}
		const output = editor.byTestId('output-panel');
		await output.getByText('Schema').click();
		await output.getByText(text.message).waitFor();
		await editor.takePicture('trigger', editor.byTestId('ndv'), { height: 848 });
	});
});
