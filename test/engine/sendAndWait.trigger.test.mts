import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOfBody } from 'node:stream/consumers';
import type { IDataObject } from 'n8n-workflow';
import { proofOf, PROOF_HEADER } from '../../nodes/shared/answers/press.ts';
import { Trigger } from './trigger.mts';
import { ANA, BRUNO, account, sent } from './asking.mts';

describe('the trigger', () => {
	let n8n: Server;
	let trigger: Trigger;
	/** What was posted to n8n's address of waiting executions. */
	let handed: Array<{ url: string; event: IDataObject; isProven: boolean }>;
	let status: (event: IDataObject) => number;
	/** The trigger remembers presses. */
	let messageId: string;
	let count = 0;

	beforeEach(async () => {
		handed = [];
		messageId = `3EB0${++count}`;
		status = () => 200;
		n8n = createServer((request, response) => {
			void textOfBody(request).then((text) => {
				const isProven = request.headers[PROOF_HEADER] === proofOf(account.token, text);
				const event = JSON.parse(text) as IDataObject;
				const code = status(event);
				handed.push({ url: request.url ?? '', event, isProven });
				response.writeHead(Math.abs(code), { 'content-type': 'application/json' });
				response.end(JSON.stringify({ resumed: code === 200 }));
			});
		});
		await new Promise<void>((resolve) => n8n.listen(0, '127.0.0.1', resolve));
		const n8nUrl = `http://127.0.0.1:${(n8n.address() as AddressInfo).port}`;
		const parameters = { events: ['messageStatus'], options: { lateAnswer: 'Too late' } };
		trigger = new Trigger(account, { n8nUrl, parameters: parameters as never });
	});

	afterEach(async () => {
		n8n.closeAllConnections();
		await new Promise((resolve) => n8n.close(resolve));
	});

	function press(body: IDataObject = {}, choice = 0) {
		return trigger.post({
			...{ type: 'ReceivedCallback', instanceId: account.instance, messageId },
			...{ phone: ANA, fromMe: false, ...body },
			buttonsResponseMessage: {
				buttonId: `n8n.231.ask.${choice}.1.${'a'.repeat(64)}`,
				message: 'Approve',
			},
		});
	}

	it('hands a press over, whatever it listens for, and starts nothing', async () => {
		const { status: answered, items } = await press();
		expect([answered, items]).toEqual([200, undefined]);
		expect(handed).toEqual([
			{
				url: `/webhook-waiting/231/ask?choice=0&question=1&signature=${'a'.repeat(64)}`,
				event: { phone: ANA, messageId, message: 'Approve' },
				isProven: true,
			},
		]);
		expect(sent()).toEqual([]);
	});

	it('hands the same press over once, and says nothing to who pressed', async () => {
		await Promise.all([press(), press(), press()]);
		expect(handed).toHaveLength(1);
		expect(sent()).toEqual([]);
	});

	it('says nothing to whose press was taken, also if it comes again later', async () => {
		status = () => (handed.length === 0 ? 200 : 409);
		await press();
		await press();
		expect(handed).toHaveLength(1);
		expect(sent()).toEqual([]);
		await press({ messageId: 'OTHER' });
		await press({ phone: BRUNO });
		expect(sent()).toHaveLength(2);
	});

	it('hands over again what was not taken', async () => {
		status = () => (handed.length === 0 ? 403 : 200);
		await press();
		await press();
		expect(handed).toHaveLength(2);
	});

	it('hands over the press of one person after the refusal of another', async () => {
		status = ({ phone }) => (phone === ANA ? 403 : 200);
		await Promise.all([press(), press({ phone: BRUNO, messageId: '3EB1' })]);
		expect(handed.map(({ event }) => event.phone)).toEqual([ANA, BRUNO]);
		expect(sent()).toEqual([]);
	});

	it.each([-200, 307, 404, 409])('tells who is late, after status %d', async (late) => {
		status = () => late;
		await press();
		expect(sent()).toEqual([{ path: '/send-text', phone: ANA, message: 'Too late' }]);
	});

	it.each([401, 403])('tells nothing after status %d', async (other) => {
		status = () => other;
		expect(await press()).toMatchObject({ status: 200 });
		expect(sent()).toEqual([]);
	});

	it.each([-200, 404, 409])(
		'tells nothing to who was a moment later than another, which n8n first answers with status 500, then %d',
		async (then) => {
			status = () => (handed.length === 0 ? 500 : then);
			expect(await press()).toMatchObject({ status: 200, logged: '' });
			expect(handed).toHaveLength(2);
			expect(sent()).toEqual([]);
		},
	);

	it('says so where n8n is at fault, to the log and to Z-API, and tells nothing to who pressed', async () => {
		status = () => 500;
		const { status: answered, logged } = await press();
		expect(answered).toBe(503);
		expect(logged).toContain("n8n didn't take an answer, and said status 500");
		expect(sent()).toEqual([]);
	});
});
