import { setTimeout as wait } from 'node:timers/promises';
import { unlinkGroups } from './communities.mts';
import { beginAnew, editor, see } from '../session.mts';

describe('the credential', () => {
	beginAnew();

	const form = () => editor.byTestId('editCredential-modal');
	const fill = (field: string, value: string) => editor.field(field).locator('input').fill(value);

	/** Saves the form, and waits until n8n has tested what is in it. A click just after typing can be lost. */
	async function save(): Promise<void> {
		const isTested = () =>
			editor.page
				.waitForResponse(/\/rest\/credentials\/test$/, { timeout: 10_000 })
				.then(() => true)
				.catch(() => false);
		for (let attempt = 1; attempt <= 4; attempt++) {
			const tested = isTested();
			await editor.byTestId('credential-save-button').click();
			if (await tested) return;
		}
		throw new Error('n8n did not test the credential that was saved');
	}

	async function expectRefusal(...words: string[]): Promise<void> {
		await form().getByText('Couldn’t connect with these settings').waitFor();
		const [first = '', ...others] = words;
		const giveUp = Date.now() + 20_000;
		// The details of an earlier test can still be there, and close when the new ones arrive.
		while (!(await form().getByText(first).first().isVisible()) && Date.now() < giveUp) {
			const details = form().getByText('More details');
			if (await details.isVisible()) await details.click({ timeout: 1_000 }).catch(() => {});
			await wait(50);
		}
		for (const text of [first, ...others]) await form().getByText(text).first().waitFor();
	}

	see('is made in the form, whose test tells in words what is wrong', async () => {
		const { account, baseUrl, state } = editor.emulator;
		await editor.openWorkflow([{ ...unlinkGroups(), credentials: {} }]);
		await editor.openNode('Z-API');
		await editor.byTestId('node-credentials-select').click();
		await editor.byTestId('node-credentials-select-item-new').click();
		await form().waitFor();
		for (const place of ['Instances (Instâncias)', 'Security (Segurança)']) {
			await form().getByText(place).first().waitFor();
		}
		await editor.takePicture('credential', editor.byTestId('node-credentials-config-container'), {
			height: 465,
			margin: 16,
		});

		await fill('instance', '0'.repeat(32));
		await fill('token', account.token);
		await fill('clientToken', account.clientToken);
		await fill('baseUrl', baseUrl);
		await save();
		await expectRefusal('Instance not found', 'check the Instance ID and the Instance Token');

		await fill('instance', account.instance);
		await fill('clientToken', 'Fnot-the-right-oneS');
		await save();
		await expectRefusal('not allowed', 'check the Client-Token');

		state.connected = false;
		await fill('clientToken', account.clientToken);
		await save();
		await expectRefusal("These credentials are right, but WhatsApp isn't connected", 'QR code');

		state.connected = true;
		await form().getByRole('button', { name: 'Retry' }).click();
		await form().getByText('Connection tested successfully').waitFor();
		await form().locator('.el-dialog__headerbtn').click();
		await form().waitFor({ state: 'hidden' });
	});
});
