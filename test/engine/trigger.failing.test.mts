import { FOREIGN, REPLACE, useWorld } from './registration.mts';

const world = useWorld();

describe('a failure half-way', () => {
	const four = { events: ['messageReceived', 'messageSent', 'messageStatus', 'chatPresence'] };
	const third = ({ method, path }: { method: string; path: string }) =>
		method === 'PUT' && path === setterOfThird();

	/** The order is the node's own. */
	function setterOfThird() {
		return '/update-webhook-delivery';
	}

	it.each([
		[
			'is refused',
			{ answer: { status: 400, body: { error: 'No such address' } } },
			'No such address',
		],
		['is refused with value: false', { answer: { body: { value: false } } }, 'gave no reason'],
		['gets no answer', { hangUp: 'before' as const }, 'The connection to Z-API broke'],
		['loses its answer', { hangUp: 'during' as const }, 'The connection to Z-API broke'],
	])('rolls back all when one of four %s', async (_what, misbehaviour, words) => {
		world.addresses().MessageStatusCallback = FOREIGN;
		world.emulator.misbehave({ when: third, times: 1, ...misbehaviour });
		const trigger = world.newTrigger({ ...four, ...REPLACE });
		const error = (await trigger.activate().catch((thrown: Error) => thrown)) as Error;
		expect(error.message).toContain(words);
		expect(error.message).toContain('Nothing was changed.');
		expect(world.addresses()).toMatchObject({
			ReceivedCallback: '',
			DeliveryCallback: '',
			MessageStatusCallback: FOREIGN,
			PresenceChatCallback: '',
		});
		expect(await trigger.isRegistered()).toBe(false);
	});

	it('rolls back when messages that I sent cannot be switched on', async () => {
		const when = ({ path }: { path: string }) => path === '/update-notify-sent-by-me';
		world.emulator.misbehave({ when, answer: { status: 400, body: { error: 'Not now' } } });
		await expect(world.newTrigger({ alsoSentByMe: true }).activate()).rejects.toThrow(
			'Z-API refused the request: Not now (status 400). Try again later, or turn off Include My Own Messages and remove the options Pause After I Write Myself and Resume Word. Nothing was changed.',
		);
		expect(world.addresses().ReceivedCallback).toBe('');
		expect(world.emulator.state.notifySentByMe).toBe(false);
	});

	it('does not undo what someone else sets meanwhile', async () => {
		world.emulator.misbehave({
			when(request) {
				if (third(request)) world.addresses().PresenceChatCallback = FOREIGN;
				return third(request);
			},
			answer: { status: 400, body: { error: 'No' } },
		});
		await expect(world.newTrigger(four).activate()).rejects.toThrow('No');
		expect(world.addresses().PresenceChatCallback).toBe(FOREIGN);
	});

	it('says what could not be put back', async () => {
		let puts = 0;
		world.emulator.misbehave({
			when: ({ method }) => method === 'PUT' && ++puts > 1,
			answer: { status: 500, body: { error: 'Down' } },
		});
		await expect(world.newTrigger(four).activate()).rejects.toThrow(
			/What was set before couldn't be put back everywhere. Look at the webhooks of your instance/,
		);
	});

	it.each([[true], [false]])(
		"is undone by n8n's cleaning up if it couldn't be at once (publication service: %s)",
		async (isPublicationService) => {
			world.addresses().ReceivedCallback = FOREIGN;
			let puts = 0;
			world.emulator.misbehave({
				// The second address can't be set, nor the first one be put back.
				when: ({ method }) => method === 'PUT' && [2, 3].includes(++puts),
				answer: { status: 503, body: { error: 'Busy' } },
			});
			const events = ['messageReceived', 'messageSent'];
			const trigger = world.newTrigger({ events, ...REPLACE }, { isPublicationService });
			await expect(trigger.activate()).rejects.toThrow("couldn't be put back");
			expect(world.addresses()).toMatchObject({ ReceivedCallback: FOREIGN, DeliveryCallback: '' });
		},
	);

	it('of a test is undone, too', async () => {
		const trigger = world.newTrigger({ events: ['messageReceived', 'messageSent'] });
		await trigger.activate();
		let puts = 0;
		world.emulator.misbehave({
			when: ({ method }) => method === 'PUT' && [2, 3, 4].includes(++puts),
			answer: { status: 503, body: { error: 'Busy' } },
		});
		await expect(trigger.startTest()).rejects.toThrow('Busy');
		expect(world.addresses()).toMatchObject({
			ReceivedCallback: trigger.address,
			DeliveryCallback: trigger.address,
		});
	});

	it('of deactivation is told, and can be tried again', async () => {
		world.addresses().ReceivedCallback = FOREIGN;
		const trigger = world.newTrigger(REPLACE);
		await trigger.activate();
		world.emulator.misbehave({
			when: ({ method }) => method === 'PUT',
			times: 1,
			hangUp: 'before',
		});
		await expect(trigger.deactivate()).rejects.toThrow('The connection to Z-API broke');
		await trigger.deactivate();
		expect(world.addresses().ReceivedCallback).toBe(FOREIGN);
	});
});

describe('a crash between setting the addresses and remembering them', () => {
	it('is made good by the next activation', async () => {
		const trigger = world.newTrigger({ events: ['messageReceived', 'connected'] });
		await trigger.activate();
		trigger.staticData = {};
		await trigger.start();
		expect(await trigger.isRegistered()).toBe(true);
		await trigger.deactivate();
		expect(world.addresses()).toMatchObject({ ReceivedCallback: '', ConnectedCallback: '' });
	});

	it('is made good by deactivation', async () => {
		const trigger = world.newTrigger({ events: ['messageReceived', 'connected'] });
		await trigger.activate();
		trigger.staticData = {};
		await trigger.deactivate();
		expect(world.addresses()).toMatchObject({ ReceivedCallback: '', ConnectedCallback: '' });
	});

	it('after only some were set is made good by the next activation', async () => {
		const trigger = world.newTrigger({ events: ['messageReceived', 'connected'] });
		world.addresses().ReceivedCallback = trigger.address;
		await trigger.activate();
		expect(world.addresses().ConnectedCallback).toBe(trigger.address);
		expect(world.setters()).toEqual(['/update-webhook-connected']);
		await trigger.deactivate();
		expect(world.addresses()).toMatchObject({ ReceivedCallback: '', ConnectedCallback: '' });
	});
});
