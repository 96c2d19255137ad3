import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messagesOf } from '../../../tools/emulator/messages.mts';
import { saveWorkflow } from '../../../tools/launcher/differences.mts';
import { createCredential, type SavedWorkflow } from '../../../tools/launcher/examples.mts';
import { runWorkflow, startWorkflow } from '../../../tools/launcher/executions.mts';
import { Account } from '../../../tools/launcher/life/account.mts';
import { createDataTable } from '../../../tools/launcher/runs/dataTable.mts';
import { textsOf } from '../../../tools/launcher/runs/run.mts';
import { waitUntil } from '../../../tools/launcher/waiting.mts';
import { beginAnew, editor, n8n, see } from '../session.mts';

const ANA = '5511900000001';
const COLUMNS = ['number', 'instance', 'token', 'phone', 'text', 'reason'];

const node = (name: string, type: string, typeVersion: number, parameters: object, more = {}) => ({
	...{ id: name, name, type, typeVersion, parameters, position: [0, 0] },
	...more,
});
const start = node('Start', 'n8n-nodes-base.manualTrigger', 1, {});
const link = (...names: string[]) => names.map((name) => [{ node: name, type: 'main', index: 0 }]);

/** The settings that the page advises, as it shows them. */
function advisedSettings(): object {
	const page = readFileSync(join(process.cwd(), 'docs/many-numbers.md'), 'utf8');
	const [, json = ''] = /```json\n([^]*?)```/.exec(page) ?? [];
	return (JSON.parse(json) as { settings: object }).settings;
}

const sendText = (name: string, credential: object, more = {}) =>
	node(
		name,
		'n8n-nodes-z-api.zApi',
		1,
		{
			...{ resource: 'message', operation: 'sendText', message: '={{ $json.text }}' },
			phone: { __rl: true, mode: 'phone', value: '={{ $json.phone }}' },
		},
		{ credentials: { zApi: credential }, ...more },
	);

function textsFrom({ instance }: Account): string[] {
	return textsOf(messagesOf(instance.state, ANA));
}

describe('many numbers in one workflow', () => {
	beginAnew();

	async function twoAccounts() {
		const { emulator } = editor;
		const place = { n8n: n8n(), emulator };
		return [await Account.open(place), await Account.open(place)] as const;
	}

	see('each item goes out from its own number, with a credential of expressions', async () => {
		const [sales, support] = await twoAccounts();
		const { baseUrl } = editor.emulator;
		const { clientToken } = sales.instance.account;
		const credential = await createCredential(
			n8n(),
			{ instance: '={{ $json.instance }}', token: '={{ $json.token }}', clientToken, baseUrl },
			'Number of each item',
		);
		const name = `Numbers ${Date.now()}`;
		const table = await createDataTable(n8n(), name, COLUMNS);
		const row = (number: string, { instance }: Account) => ({
			...{ number, phone: ANA, text: `From ${number}`, instance: instance.account.instance },
			token: instance.account.token,
		});
		await table.insert([
			row('sales', sales),
			row('support', support),
			{ ...row('nobody', sales), token: '' },
		]);
		const dataTableId = { __rl: true, mode: 'name', value: name };
		const dataTable = (called: string, operation: string, more: object) =>
			node(called, 'n8n-nodes-base.dataTable', 1.1, {
				...{ resource: 'row', operation, dataTableId, ...more },
			});
		const workflow = await saveWorkflow<SavedWorkflow>(n8n(), {
			name: 'Many numbers',
			settings: advisedSettings(),
			nodes: [
				start,
				dataTable('Numbers', 'get', { returnAll: true }),
				sendText('Send', credential, { onError: 'continueErrorOutput' }),
				dataTable('Why Not', 'update', {
					matchType: 'allConditions',
					filters: {
						conditions: [{ keyName: 'id', condition: 'eq', keyValue: '={{ $json.id }}' }],
					},
					columns: {
						mappingMode: 'defineBelow',
						value: { reason: '={{ $json.error }}' },
						schema: [{ id: 'reason', displayName: 'reason', type: 'string', removed: false }],
					},
				}),
				node('Sent', 'n8n-nodes-base.noOp', 1, {}),
			],
			connections: {
				Start: { main: link('Numbers') },
				Numbers: { main: link('Send') },
				Send: { main: link('Sent', 'Why Not') },
			},
		});
		await startWorkflow(n8n(), workflow, 'Start');
		const reasons = async () => (await table.rows()).map(({ reason }) => reason);
		await waitUntil('the reason is written', async () => (await reasons()).some(Boolean));
		expect(textsFrom(sales)).toEqual(['From sales']);
		expect(textsFrom(support)).toEqual(['From support']);
		expect(await reasons()).toEqual([
			'',
			'',
			expect.stringMatching(
				/^Instance Token is missing .* If it is an expression, give each item the value/,
			),
		]);
		// Nothing of the run is kept.
		const filter = encodeURIComponent(JSON.stringify({ workflowId: workflow.id }));
		const isForgotten = async () => {
			const address = `/rest/executions?limit=10&filter=${filter}`;
			return (await n8n().get<{ results: unknown[] }>(address)).results.length === 0;
		};
		await waitUntil('the execution is forgotten', isForgotten);

		const tested = await n8n().post<{ status: string; message: string }>('/rest/credentials/test', {
			credentials: { ...credential, type: 'zApi' },
		});
		expect(tested).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('is an expression') as string,
		});
	});

	see('each item goes out from its own number, with a credential for each', async () => {
		const [sales, support] = await twoAccounts();
		const rule = (number: string) => ({
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
				conditions: [
					{
						...{ id: number, leftValue: '={{ $json.number }}', rightValue: number },
						operator: { type: 'string', operation: 'equals' },
					},
				],
				combinator: 'and',
			},
		});
		const items = ['support', 'sales', 'support'].map((number, index) => ({
			...{ number, phone: ANA, text: `From ${number}, ${index}` },
		}));
		const workflow = await saveWorkflow<SavedWorkflow>(n8n(), {
			name: 'A credential for each number',
			settings: { executionOrder: 'v1' },
			nodes: [
				start,
				node('Items', 'n8n-nodes-base.code', 2, {
					jsCode: `return ${JSON.stringify(items.map((json) => ({ json })))};`,
				}),
				node('Switch', 'n8n-nodes-base.switch', 3.2, {
					rules: { values: [rule('sales'), rule('support')] },
				}),
				sendText('Sales', sales.credential),
				sendText('Support', support.credential),
			],
			connections: {
				Start: { main: link('Items') },
				Items: { main: link('Switch') },
				Switch: { main: link('Sales', 'Support') },
			},
		});
		expect(await runWorkflow(n8n(), workflow, 'Start')).toMatchObject({ status: 'success' });
		expect(textsFrom(sales)).toEqual(['From sales, 1']);
		expect(textsFrom(support)).toEqual(['From support, 0', 'From support, 2']);
	});
});
