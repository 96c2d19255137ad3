import { decide } from '../../nodes/ZApiTrigger/registration/decision.ts';
import {
	SENT_BY_ME,
	WAS_ON,
	type Answer,
	type Facts,
	type LiveNode,
} from '../../nodes/ZApiTrigger/registration/facts.ts';

const HERE = 'https://n8n.example.com/webhook';
const HERE_TEST = 'https://n8n.example.com/webhook-test';
const BEFORE = 'https://old.example.com/webhook';
const FOREIGN = 'https://crm.example.com/hooks/whatsapp';
const SLOT = 'ReceivedCallback';
const SECOND = 'ReceivedAndDelivery';
const HIDDEN = 'ProxyCallback';

/** The node that is asked has the key `me`. */
const MINE = `${HERE}/me/webhook`;
const MY_TEST = `${HERE_TEST}/me/webhook`;

const nobody: Answer = { is: 'nobody', seen: '' };
const n8nSaysNobody: Answer = { is: 'nobody', seen: '', isFromN8n: true };
const unclear: Answer = { is: 'unclear', seen: '' };
const olderVersion: Answer = { is: 'alive', seen: '' };
const at = (address: string): Answer => ({ is: 'alive', seen: '', address });

interface Found {
	address: string;
	answer?: Answer;
	/** Whether that node is alive in this process. */
	isLive?: boolean;
	workflow?: string;
}

const MY_EARLIER = `${BEFORE}/me/webhook`;
const EARLIER_TEST = 'https://old.example.com/webhook-test/me/webhook';
const SIBLING = `${HERE}/sibling/webhook`;
const SIBLING_TEST = `${HERE_TEST}/sibling/webhook`;
const EARLIER_SIBLING = `${BEFORE}/sibling/webhook`;

/** What may be in a slot, and what was answered there. */
const found: Record<string, Found> = {
	nothing: { address: '' },
	'my published address': { address: MINE },
	'my test': { address: MY_TEST },
	'my earlier address, not asked yet': { address: MY_EARLIER },
	'my earlier address, nobody there': { address: MY_EARLIER, answer: nobody },
	'my earlier address, leads here too': { address: MY_EARLIER, answer: at(MINE) },
	'my earlier address, alive elsewhere': { address: MY_EARLIER, answer: at(MY_EARLIER) },
	'my earlier address, older package there': { address: MY_EARLIER, answer: olderVersion },
	'my earlier address, unclear': { address: MY_EARLIER, answer: unclear },
	'my test elsewhere, alive there': { address: EARLIER_TEST, answer: at(MY_EARLIER) },
	'sibling, alive in this process': { address: SIBLING, isLive: true },
	'sibling, in the same workflow': { address: SIBLING, isLive: true, workflow: 'w' },
	'sibling, not asked yet': { address: SIBLING },
	'sibling, n8n says that nobody is there': { address: SIBLING, answer: n8nSaysNobody },
	'sibling, somebody else says so': { address: SIBLING, answer: nobody },
	'sibling, unclear': { address: SIBLING, answer: unclear },
	"sibling's test, over": { address: SIBLING_TEST },
	"sibling's test, alive": { address: SIBLING_TEST, isLive: true },
	'another node at my earlier base, nobody': { address: EARLIER_SIBLING, answer: nobody },
	'another node at my earlier base, here too': { address: EARLIER_SIBLING, answer: at(SIBLING) },
	'another node at my earlier base, alive': {
		address: EARLIER_SIBLING,
		answer: at(EARLIER_SIBLING),
	},
	'another node at my earlier base, unclear': { address: EARLIER_SIBLING, answer: unclear },
	'another program': { address: FOREIGN },
	'my address with a user name': {
		address: 'https://somebody@n8n.example.com/webhook/me/webhook',
	},
	'not an address': { address: 'tell me' },
};

type Column = 'publish' | 'replace' | 'start' | 'again' | 'test' | 'end';
const COLUMNS: Column[] = ['publish', 'replace', 'start', 'again', 'test', 'end'];

function factsFor(name: string, column: Column, slot = SLOT): Facts {
	const { address, answer, isLive = false, workflow = 'other' } = found[name] ?? { address: '' };
	const isTest = column === 'test';
	const node: LiveNode = {
		address,
		isTest: false,
		workflow,
		wants: [slot],
		wantsSentByMe: false,
		taken: {},
	};
	return {
		why: column === 'replace' ? 'publish' : column,
		self: {
			...{ address: isTest ? MY_TEST : MINE, key: 'me', isTest, workflow: 'w' },
			...{ wants: [slot], wantsSentByMe: false, replaces: column === 'replace' },
		},
		shown: { [slot]: address },
		sentByMe: false,
		remembered: { [SLOT]: { address: `${BEFORE}/me/webhook`, before: '' } },
		live: isLive ? [node] : [],
		answers: answer ? { [address]: answer } : {},
		done: [],
	};
}

/** A plan in one word. */
function inAWord(name: string, column: Column, slot?: string): string {
	const { ask, inTheWay, left, set } = decide(factsFor(name, column, slot));
	if (ask.length > 0) return 'ask';
	if (inTheWay.length > 0) return 'refuse';
	if (left.length > 0) return 'leave';
	if (set.length === 0) return column === 'end' ? '-' : 'keep';
	return set[0]?.value === '' ? 'blank' : 'take';
}

/** Checks one row of a table: what is in the slot, and a word for each column. */
function expectRow(row: string, slot?: string): void {
	const [name = '', words = ''] = row.split('|').map((cell) => cell.trim());
	expect(found).toHaveProperty([name]);
	expect(COLUMNS.map((column) => inAWord(name, column, slot)).join(' ')).toBe(
		words.replace(/\s+/g, ' '),
	);
}

function rowsOf(table: string): string[] {
	return table
		.trim()
		.split('\n')
		.slice(1)
		.map((row) => row.trim());
}

describe('what a trigger does about what is in a slot', () => {
	it.each(
		rowsOf(`
		                                          | publish replace start again test   end
		nothing                                   | take    take    take  take  take   -
		my published address                      | keep    keep    keep  keep  take   blank
		my test                                   | take    take    take  take  keep   -
		my earlier address, not asked yet         | ask     ask     ask   ask   ask    -
		my earlier address, nobody there          | take    take    take  take  take   -
		my earlier address, leads here too        | take    take    take  take  take   -
		my earlier address, alive elsewhere       | refuse  take    leave leave refuse -
		my earlier address, older package there   | refuse  take    leave leave refuse -
		my earlier address, unclear               | refuse  take    leave leave refuse -
		my test elsewhere, alive there            | refuse  take    leave leave refuse -
		sibling, alive in this process            | refuse  take    leave leave refuse -
		sibling, in the same workflow             | refuse  refuse  leave leave refuse -
		sibling, not asked yet                    | ask     ask     leave ask   ask    -
		sibling, n8n says that nobody is there    | take    take    leave take  take   -
		sibling, somebody else says so            | refuse  take    leave leave refuse -
		sibling, unclear                          | refuse  take    leave leave refuse -
		sibling's test, over                      | take    take    leave take  take   -
		sibling's test, alive                     | refuse  take    leave leave refuse -
		another node at my earlier base, nobody   | take    take    leave take  take   -
		another node at my earlier base, here too | refuse  take    leave leave refuse -
		another node at my earlier base, alive    | refuse  take    leave leave refuse -
		another node at my earlier base, unclear  | refuse  take    leave leave refuse -
		another program                           | refuse  take    leave leave refuse -
		my address with a user name               | refuse  take    leave leave refuse -
		not an address                            | refuse  take    leave leave refuse -
		`),
	)('%s', (row) => expectRow(row));
});

describe('what a trigger does about the second address for messages, which it needs only where another has it', () => {
	it.each(
		rowsOf(`
		                               | publish replace start again test   end
		nothing                        | keep    keep    keep  keep  keep   -
		my published address           | keep    keep    keep  keep  take   blank
		my test                        | take    take    take  take  keep   -
		sibling, alive in this process | refuse  take    leave leave refuse -
		another program                | refuse  take    leave leave refuse -
		`),
	)('%s', (row) => expectRow(row, SECOND));
});

describe("what a trigger does about a slot that Z-API doesn't show, by what this n8n has set last", () => {
	it.each(
		rowsOf(`
		                                 | publish replace start again test   end
		nothing                          | take    take    take  take  take   -
		my published address             | take    take    keep  keep  take   blank
		my earlier address, nobody there | take    take    take  take  take   -
		sibling, alive in this process   | refuse  take    leave leave refuse -
		`),
	)('%s', (row) => expectRow(row, HIDDEN));

	it('sets it once, however often it looks', () => {
		const facts = { ...factsFor('nothing', 'publish', HIDDEN), done: [HIDDEN] };
		expect(decide(facts).set).toEqual([]);
	});
});

describe('messages of my own', () => {
	const own = { address: MINE, before: '' };

	/** @returns whether they are switched on or off, or stay as they are */
	function switched(column: Column, isOn: boolean, change: Partial<Facts> = {}) {
		const facts = factsFor(column === 'end' ? 'my published address' : 'nothing', column);
		const self = { ...facts.self, wantsSentByMe: column !== 'end' };
		const { setSentByMe } = decide({ ...facts, self, sentByMe: isOn, ...change });
		return setSentByMe === undefined ? 'keep' : setSentByMe ? 'on' : 'off';
	}

	it.each<[Column, boolean, string]>([
		['publish', false, 'on'],
		['publish', true, 'keep'],
		['start', false, 'on'],
		['again', true, 'keep'],
		['test', false, 'on'],
	])('%s, while they are on: %s => %s', (column, isOn, expected) => {
		expect(switched(column, isOn)).toBe(expected);
	});

	const mine = { [SLOT]: own, [SENT_BY_ME]: own };
	const needing: LiveNode = {
		...{ address: `${HERE}/sibling/webhook`, isTest: false, workflow: 'other' },
		...{ wants: [], wantsSentByMe: true, taken: {} },
	};

	it.each<[string, Partial<Facts>, string]>([
		['by me', { remembered: mine }, 'off'],
		['before me', { remembered: { ...mine, [SENT_BY_ME]: { ...own, before: WAS_ON } } }, 'keep'],
		['by nobody that I know', { remembered: { [SLOT]: own } }, 'keep'],
		['by me, and another trigger needs them', { remembered: mine, live: [needing] }, 'keep'],
		[
			'by me, and another program gets messages',
			{ remembered: mine, shown: { [SLOT]: FOREIGN } },
			'keep',
		],
		[
			'by me, and another program has the second address',
			{ remembered: mine, shown: { [SLOT]: MINE, [SECOND]: FOREIGN } },
			'keep',
		],
	])('at the end, switched on %s', (_whom, change, expected) => {
		expect(switched('end', true, change)).toBe(expected);
	});
});
