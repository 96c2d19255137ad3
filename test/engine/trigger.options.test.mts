import type { IDataObject } from 'n8n-workflow';
import { useWorld } from './registration.mts';
import { Trigger } from './trigger.mts';

const world = useWorld();
let count = 0;

function message(more: IDataObject = {}): IDataObject {
	return {
		...{ type: 'ReceivedCallback', messageId: `M${++count}` },
		...{ phone: '5544999999999', text: { message: 'Oi' }, ...more },
	};
}

/** Posts an event of the instance. */
const post = async (node: Trigger, body: IDataObject, isTest = false) =>
	await node.post({ ...body, instanceId: world.account.instance }, undefined, isTest);

/** Each test has a node of its own, since the process remembers what each has started. */
function trigger(options: IDataObject = {}, typeVersion = 1.2, more: IDataObject = {}) {
	return new Trigger(world.account, {
		parameters: { events: ['messageReceived', 'notificationReceived'], options, ...more } as never,
		typeVersion,
		workflowId: `options ${++count}`,
	});
}

describe('Ignore Repeats', () => {
	const startsOf = async (node: Trigger, ...bodies: IDataObject[]) => {
		const received = [];
		for (const body of bodies) received.push(await post(node, body));
		expect(received.map(({ status }) => status)).toEqual(bodies.map(() => 200));
		return received.map(({ items }) => items?.length ?? 0);
	};

	it.each([
		[1, {}, [1, 1]],
		[1.1, {}, [1, 1]],
		[1.1, { ignoreRepeats: true }, [1, 0]],
		[1.2, {}, [1, 0]],
		[1.2, { ignoreRepeats: false }, [1, 1]],
	])('of version %d with %j', async (version, options, starts) => {
		const body = message();
		expect(await startsOf(trigger(options, version), body, body)).toEqual(starts);
	});

	it('lets pass the same event in another workflow, and another event', async () => {
		const body = message();
		expect(await startsOf(trigger(), body)).toEqual([1]);
		expect(await startsOf(trigger(), body, message())).toEqual([1, 1]);
	});

	it('starts a message that was loading when it is there', async () => {
		const loading = message({ waitingMessage: true, text: undefined });
		const there = { ...loading, waitingMessage: false, text: { message: 'Oi' } };
		expect(await startsOf(trigger(), loading, there, there)).toEqual([1, 1, 0]);
	});

	it('takes each event of a test', async () => {
		const node = trigger();
		const body = message();
		for (let round = 0; round < 2; round++) {
			expect((await post(node, body, true)).items).toHaveLength(1);
		}
	});
});

describe('what is left out', () => {
	it.each([
		['leaveOutEdits', { isEdit: true }],
		['leaveOutLoading', { waitingMessage: true }],
	])('%s', async (name, more) => {
		expect((await post(trigger({ [name]: true }), message(more))).items).toBeUndefined();
		expect((await post(trigger({ [name]: true }), message())).items).toHaveLength(1);
		expect((await post(trigger({ [name]: 'false' }), message(more))).items).toHaveLength(1);
		expect((await post(trigger(), message(more))).items).toHaveLength(1);
	});

	it('is decided by the kind of a notification', async () => {
		const filters = { notificationKinds: ['joined', 'left'] };
		const itemsOf = async (notification: string) =>
			(await post(trigger({}, 1.2, { filters }), message({ text: undefined, notification }))).items;
		expect(await itemsOf('GROUP_PARTICIPANT_ADD')).toHaveLength(1);
		expect(await itemsOf('GROUP_PARTICIPANT_LEAVE')).toHaveLength(1);
		expect(await itemsOf('CALL_VOICE')).toBeUndefined();
		expect((await post(trigger({}, 1.2, { filters }), message())).items).toHaveLength(1);
	});
});

describe('Add Fields for AI Agents', () => {
	it.each([true, false])('adds them to a message, with Simplify %j', async (simplify) => {
		const node = trigger({ addAiFields: true }, 1.2, { simplify });
		const { items } = await post(node, message({ text: undefined, image: { caption: 'Veja' } }));
		expect(items?.[0]?.json).toMatchObject({
			chatInput: '[photo] Veja',
			sessionId: expect.stringMatching(/^[\da-f]{12}-5544999999999$/) as string,
		});
	});

	it('adds nothing to other events, or without the option', async () => {
		const call = message({ text: undefined, notification: 'CALL_VOICE' });
		for (const { items } of [
			await post(trigger({ addAiFields: true }), call),
			await post(trigger(), message()),
		]) {
			expect(items?.[0]?.json).toBeDefined();
			expect(items?.[0]?.json).not.toHaveProperty('chatInput');
		}
	});
});

describe('Explain', () => {
	const CASES: Array<[string, string, IDataObject, IDataObject, IDataObject]> = [
		[
			'messageReceived',
			'Filtered: Chat Types lets through only Groups, Channels.',
			message(),
			{},
			{ filters: { chatTypes: ['group', 'channel'] } },
		],
		[
			'messageReceived',
			'Filtered: you sent it yourself, and Include My Own Messages is off.',
			message({ fromMe: true }),
			{},
			{},
		],
		[
			'messageReceived',
			'Filtered: it is an edit, and Leave Out Edits is on.',
			message({ isEdit: true }),
			{ leaveOutEdits: true },
			{},
		],
		[
			'notificationReceived',
			'Filtered: Kinds of Notifications lets through only Joined.',
			message({ text: undefined, notification: 'CALL_VOICE' }),
			{},
			{ filters: { notificationKinds: ['joined'] } },
		],
		[
			'messageReceived',
			"Filtered: its text doesn't have the words in Text Contains.",
			message(),
			{},
			{ filters: { textContains: 'pix' } },
		],
		[
			'notificationReceived',
			"Not chosen: Notification Received isn't among the events to start on.",
			message({ text: undefined, notification: 'CALL_VOICE' }),
			{},
			{ events: ['messageReceived'] },
		],
	];

	it.each(CASES)(
		'ends a test of %s with a hint: %s',
		async (eventType, hint, body, options, more) => {
			const { items, status } = await post(
				trigger({ ...options, explain: true }, 1.2, more),
				body,
				true,
			);
			expect(status).toBe(200);
			expect(items).toEqual([{ json: { eventType, hint } }]);
		},
	);

	it.each(CASES)(
		"writes it to n8n's log for a published trigger (%s): %s",
		async (_type, hint, body, options, more) => {
			const { items, debugged } = await post(
				trigger({ ...options, explain: true }, 1.2, more),
				body,
			);
			expect(items).toBeUndefined();
			expect(debugged).toEqual([expect.stringContaining(hint)]);
		},
	);

	it('says of a repeated event that it was there before', async () => {
		const node = trigger({ explain: true });
		const body = message();
		await post(node, body);
		expect((await post(node, body)).debugged.join()).toContain(
			'Repeated: Z-API has posted it before',
		);
	});

	it('says nothing unless it is on', async () => {
		const own = message({ fromMe: true });
		expect(await post(trigger(), own)).toMatchObject({ items: undefined, debugged: [] });
		expect((await post(trigger(), own, true)).items).toBeUndefined();
	});
});
