import fc from 'fast-check';
import { isFull, randomRuns } from '../full.mts';
import { anyStep, type Step } from './life/steps.mts';
import { World } from './life/world.mts';

const RUNS = 1_000;
const MOST_STEPS = 30;
const LIMIT_MILLISECONDS = isFull ? 1_200_000 : 120_000;

/** Lets a life happen. @returns what went wrong first, with the steps that led there; empty if nothing did */
async function live(steps: Step[]): Promise<string> {
	const world = new World();
	const story: string[] = [];
	for (const { text, happen } of steps) {
		story.push(text);
		await happen(world);
		const wrong = [...world.wrong, ...world.deaf().map((name) => `${name} is deaf, and silent`)];
		if (wrong.length > 0) return [...story, `=> ${wrong.join('; ')}`].join('\n');
	}
	// In the end, everything is started anew, and has time to find out what is where.
	for (const n8n of world.n8ns) n8n.kill();
	for (const n8n of world.n8ns) await n8n.start();
	for (let round = 0; round < 4; round++) for (const n8n of world.n8ns) await n8n.wait();
	const wrong = [...world.wrong, ...world.lost().map((what) => `nobody gets ${what}`)];
	return wrong.length > 0 ? [...story, 'start all', `=> ${wrong.join('; ')}`].join('\n') : '';
}

describe('whatever happens around published triggers', () => {
	it(
		'none is deaf without saying so, and nothing of others is changed',
		async () => {
			const property = fc.asyncProperty(
				fc.array(anyStep, { maxLength: MOST_STEPS, size: 'max' }),
				async (steps) => {
					expect(await live(steps)).toBe('');
				},
			);
			await fc.assert(property, randomRuns(RUNS));
		},
		LIMIT_MILLISECONDS,
	);

	it('who lost its address to another program is not given what somebody has taken since', async () => {
		const world = new World();
		const [n8n] = world.n8ns;
		await n8n.start();
		await n8n.publish('greedy');
		world.setForeign('ReceivedCallback', false);
		expect(world.deaf()).toEqual([]);
		await n8n.publish('modest');
		for (const tested of ['modest', 'greedy']) {
			await n8n.test(tested);
			await n8n.endTest(tested);
			expect(world.zApi.addresses.ReceivedCallback).toBe(n8n.addressOf('modest'));
			expect(world.deaf()).toEqual([]);
		}
	});

	it('who replaced another keeps its events when n8n is killed during its test', async () => {
		const world = new World();
		const [n8n] = world.n8ns;
		await n8n.start();
		for (const key of ['modest', 'greedy']) await n8n.publish(key);
		await n8n.test('greedy');
		n8n.kill();
		await n8n.start();
		await n8n.wait();
		expect(world.zApi.addresses.ReceivedCallback).toBe(n8n.addressOf('greedy'));
	});
});
