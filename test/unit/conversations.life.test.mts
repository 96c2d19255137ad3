import fc from 'fast-check';
import { randomRuns } from '../full.mts';
import { loadModules, type Modules } from './answered/modules.mts';
import type { Kind } from './answered/waitingNode.mts';
import { RESUME_WORD } from './answered/contexts.mts';
import { lidOf, World } from './answered/world.mts';
import { wrongIn } from './answered/wrong.mts';

const RUNS = 500;
const LIMIT_MILLISECONDS = 240_000;

/** How often a process may be killed in a history. */
const KILLS = 2;

const ANA = '5511900000001';
const BRUNO = '5511900000002';
const GROUP = '120363019502650977-group';

interface Step {
	text: string;
	happen: (world: World) => Promise<void> | void;
}

const isGroup = (chat: string) => chat === GROUP;

/** How Z-API names a chat and a person in an event: by the number, by the `@lid`, or both. */
function named(chat: string, person: string, way: number, fromMe: boolean) {
	if (isGroup(chat)) {
		const [participantPhone, participantLid] = way === 0 ? [person] : [person, lidOf(person)];
		return { phone: chat, isGroup: true, participantPhone, participantLid };
	}
	const both = fromMe
		? { phone: chat, chatLid: lidOf(chat) }
		: { phone: chat, senderLid: lidOf(chat) };
	return [{ phone: chat }, { phone: lidOf(chat) }, both][way] ?? both;
}

interface Message {
	chat: string;
	person: string;
	text: string;
	way: number;
	fromMe?: boolean;
	quoted?: string;
}

function write(world: World, { chat, person, text, way, fromMe = false, quoted }: Message): void {
	const body = {
		...{ messageId: world.newMessageId(), momment: world.clock.now(), isGroup: false, fromMe },
		...{ fromApi: false, text: { message: text }, ...named(chat, person, way, fromMe) },
		...(quoted !== undefined && { referenceMessageId: quoted }),
	};
	world.last = { about: { chat, person, text, fromMe }, body };
	void world.deliver({ chat, person, text, fromMe }, body);
}

const place = fc.constantFrom(
	...[ANA, BRUNO].map((person) => ({ chat: person, person })),
	...[ANA, BRUNO].map((person) => ({ chat: GROUP, person })),
);
const way = fc.nat(2);
const words = fc.constantFrom('olá', '2', 'Quarta', 'não sei', 'Sim, confirmo!', 'Não', 'sexta');
const kind = fc.constantFrom<Kind>('chatText', 'chatChoice', 'approval');

const anyStep: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc
			.record({ place, kind, isListed: fc.boolean(), sending: fc.constantFrom(20, 8_000) })
			.map(({ place: { chat, person }, kind: asked, isListed, sending }) => ({
				text: `${chat} is asked (${asked}), which takes ${sending} ms${isGroup(chat) && isListed ? `, and only ${person} may answer` : ''}`,
				happen: (world: World) => {
					void world.ask(chat, asked, isGroup(chat) && isListed ? [person] : undefined, sending);
				},
			})),
	},
	{
		weight: 7,
		arbitrary: fc.record({ place, text: words, way }).map((message) => ({
			text: `${message.place.person} writes "${message.text}" in ${message.place.chat}`,
			happen: (world: World) => write(world, { ...message.place, ...message }),
		})),
	},
	{
		weight: 1,
		arbitrary: fc.record({ place, text: words, way }).map((message) => ({
			text: `${message.place.person} quotes the last question, and writes "${message.text}" in ${message.place.chat}`,
			happen: (world: World) => {
				const quoted = world.executions.at(-1)?.messageIds[0];
				write(world, { ...message.place, ...message, ...(quoted !== undefined && { quoted }) });
			},
		})),
	},
	{
		weight: 1,
		arbitrary: fc.record({ place, way }).map((message) => ({
			text: `somebody of the team writes in ${message.place.chat}`,
			happen: (world: World) =>
				write(world, { ...message.place, text: 'oi', way: 2, fromMe: true }),
		})),
	},
	{
		weight: 1,
		arbitrary: fc.record({ place, way, fromMe: fc.boolean() }).map((message) => ({
			text: `${message.fromMe ? 'the team' : message.place.person} writes "${RESUME_WORD}" in ${message.place.chat}`,
			happen: (world: World) => write(world, { ...message.place, ...message, text: RESUME_WORD }),
		})),
	},
	{
		weight: 1,
		arbitrary: fc
			.record({ place, choice: fc.nat(1) })
			.map(({ place: { chat, person }, choice }) => ({
				text: `${person} presses a button in ${chat}`,
				happen: (world: World) => world.press(chat, person, choice),
			})),
	},
	{
		weight: 1,
		arbitrary: fc.constant({
			text: 'Z-API posts the last message again',
			happen: (world: World) => {
				if (world.last) void world.deliver(world.last.about, world.last.body);
			},
		}),
	},
	{
		weight: 8,
		arbitrary: fc.constantFrom(5, 45, 110, 400, 2_000, 30_000, 660_000).map((milliseconds) => ({
			text: `${milliseconds} ms pass`,
			happen: async (world: World) => await world.clock.run(milliseconds),
		})),
	},
	{
		weight: 1,
		arbitrary: fc.nat(1).map((index) => ({
			text: `process ${index} is killed`,
			happen: (world: World) => world.kill(index),
		})),
	},
	{
		weight: 1,
		arbitrary: fc.nat(1).map((index) => ({
			text: `process ${index} is started`,
			happen: (world: World) => world.start(index),
		})),
	},
	{
		weight: 1,
		arbitrary: fc.constant({
			text: 'the newest question that waits is canceled',
			happen: (world: World) => world.cancel(),
		}),
	},
);

async function live(copies: Modules[][], steps: Step[]): Promise<string> {
	const world = new World(copies);
	for (const { happen } of steps) await happen(world);
	for (const index of copies.keys()) world.start(index);
	await world.clock.run(120_000);
	const wrong = wrongIn(world);
	const story = steps.map(({ text }) => text);
	return wrong.length > 0 ? [...story, `=> ${wrong.join('; ')}`].join('\n') : '';
}

describe('whatever happens while questions are open and chats are paused', () => {
	const code: Modules[][] = [[], []];

	beforeAll(async () => {
		for (const copies of code) {
			for (let life = 0; life <= KILLS; life += 1) copies.push(await loadModules());
		}
	}, LIMIT_MILLISECONDS);

	afterAll(() => {
		jest.restoreAllMocks();
	});

	it.each([1, 2])(
		'each message answers one open question of its chat, starts something, or falls into a pause: %i processes',
		async (processes) => {
			const lives = fc.array(anyStep, { maxLength: 25, size: 'max' });
			const property = fc.asyncProperty(lives, async (steps) => {
				expect(await live(code.slice(0, processes), steps)).toBe('');
			});
			await fc.assert(property, randomRuns(RUNS));
		},
		LIMIT_MILLISECONDS,
	);
});
