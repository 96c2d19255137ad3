import fc from 'fast-check';
import { isFull, randomRuns } from '../full.mts';
import { World } from './held/world.mts';

const RUNS = 500;
const LIMIT_MILLISECONDS = isFull ? 1_200_000 : 120_000;
const WITHIN = 8_000;
const LONGEST = 60_000;

interface Step {
	text: string;
	happen: (world: World, index: number) => Promise<void> | void;
}

const person = fc.constantFrom('5511900000001', '5511900000002', '5511900000003');

const anyStep: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 6,
		arbitrary: person.map((phone) => ({
			text: `${phone} writes`,
			happen: (world: World, index: number) => {
				const body = { phone, messageId: `M${index}`, momment: world.clock.now() + index };
				world.post(`${phone} ${index}`, body, WITHIN);
			},
		})),
	},
	{
		weight: 4,
		arbitrary: fc.constantFrom(10, 300, 1_500, 5_000, 9_000, 30_000).map((milliseconds) => ({
			text: `${milliseconds} ms pass`,
			happen: async (world: World) => await world.clock.run(milliseconds),
		})),
	},
	{
		weight: 2,
		arbitrary: fc.constantFrom(5, 25, 45, 65, 85, 10_030, 15_050).map((milliseconds) => ({
			text: `time passes until ${milliseconds} ms after the next messages are due`,
			happen: async (world: World) => await world.passUntilDue(milliseconds),
		})),
	},
	{
		weight: 1,
		arbitrary: fc.nat(2).map((index) => ({
			text: `process ${index} is killed`,
			happen: (world: World) => world.kill(world.names[index % world.names.length] ?? ''),
		})),
	},
	{
		weight: 1,
		arbitrary: fc.nat(2).map((index) => ({
			text: `process ${index} is started`,
			happen: (world: World) => world.start(world.names[index % world.names.length] ?? ''),
		})),
	},
	{
		weight: 1,
		arbitrary: fc.constant({
			text: 'the workflow is unpublished and published',
			happen: async (world: World) => await world.republish(),
		}),
	},
);

/** @returns what is wrong with what has happened; empty if nothing is */
function wrongIn(world: World): string[] {
	const wrong: string[] = [];
	for (const text of new Set(world.acknowledged)) {
		const count = world.executions.filter(({ texts }) => texts.includes(text)).length;
		if (count === 0) wrong.push(`${text} is lost`);
		if (count > 1 && !world.mayStartTwice(text)) wrong.push(`${text} started ${count} times`);
	}
	for (const { texts } of world.executions) {
		const people = new Set(texts.map((text) => text.split(' ')[0]));
		if (people.size !== 1) wrong.push(`one execution for ${[...people].join(' and ')}`);
		const order = texts.map((text) => Number(text.split(' ')[1]));
		if (order.some((index, place) => place > 0 && index <= (order[place - 1] ?? 0))) {
			wrong.push(`out of order: ${order.join(', ')}`);
		}
	}
	return wrong;
}

async function live(kind: 'regular' | 'queue', steps: Step[]): Promise<string> {
	const world = new World(kind);
	for (const [index, { happen }] of steps.entries()) await happen(world, index);
	await world.settle();
	const wrong = wrongIn(world);
	const story = steps.map(({ text }) => text);
	return wrong.length > 0 ? [...story, `=> ${wrong.join('; ')}`].join('\n') : '';
}

describe('whatever happens while messages wait', () => {
	it.each(['regular', 'queue'] as const)(
		'each that was acknowledged starts once, in one go with those around it: %s',
		async (kind) => {
			const lives = fc.array(anyStep, { maxLength: 25, size: 'max' });
			const property = fc.asyncProperty(lives, async (steps) => {
				expect(await live(kind, steps)).toBe('');
			});
			await fc.assert(property, randomRuns(RUNS));
		},
		LIMIT_MILLISECONDS,
	);

	it('three short messages start one execution', async () => {
		const world = new World('regular');
		for (const index of [0, 1, 2]) {
			const body = {
				phone: '5511900000001',
				messageId: `M${index}`,
				momment: world.clock.now() + index,
			};
			world.post(`5511900000001 ${index}`, body, WITHIN);
			await world.clock.run(2_000);
		}
		expect(world.acknowledged).toHaveLength(3);
		await world.clock.run(WITHIN);
		expect(world.executions).toMatchObject([
			{ texts: ['5511900000001 0', '5511900000001 1', '5511900000001 2'] },
		]);
	});

	it('nobody waits longer than a minute', async () => {
		const world = new World('regular');
		const begin = world.clock.now();
		for (let index = 0; index < 20; index++) {
			const body = {
				phone: '5511900000001',
				messageId: `M${index}`,
				momment: world.clock.now() + index,
			};
			world.post(`5511900000001 ${index}`, body, WITHIN);
			await world.clock.run(5_000);
		}
		expect(world.executions.length).toBeGreaterThanOrEqual(1);
		expect((world.executions[0]?.at ?? 0) - begin).toBeLessThan(LONGEST + 1_000);
	});
});
