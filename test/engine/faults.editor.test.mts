import { answer } from './faultyServer.mts';
import { faults, type Fault } from './faultList.mts';
import {
	allFaults,
	EDITOR_HANGING_MILLISECONDS,
	inTime,
	leavesNothingBehind,
	LIMIT_MILLISECONDS,
	withEach,
	withServer,
} from './faultRuns.mts';
import { harmless } from './harmlessList.mts';
import { loadOptions, searchList, testCredential } from './editorHarness.mts';
import { problemsWithWords } from './problemsWithWords.mts';
import { seedAccount } from '../../tools/emulator/seed.mts';
import { isFull } from '../full.mts';

const TEST = 'the test of the credential';

/** What the editor asks for, one by one. */
const editorCalls: Array<{ title: string; call: (baseUrl: string) => Promise<unknown> }> = [
	...[
		...['searchBroadcastLists', 'searchChannels', 'searchChats', 'searchCommunities'],
		...['searchGroups', 'searchPeople'],
	].map((method) => ({
		title: method,
		call: async (baseUrl: string) => await searchList({ ...seedAccount, baseUrl }, method, 'a'),
	})),
	...[
		['getCommunityGroups', 'community', 'unlinkGroups', 'communityId'],
		['getCommunityParticipants', 'community', 'promoteToAdmin', 'communityId'],
		['getGroupParticipants', 'group', 'promoteToAdmin', 'groupId'],
	].map(([method = '', resource, operation, field = '']) => ({
		title: method,
		call: async (baseUrl: string) =>
			await loadOptions({ ...seedAccount, baseUrl }, method, {
				resource,
				operation,
				[field]: { __rl: true, mode: 'id', value: '120363019502650977' },
			} as never),
	})),
	{
		title: TEST,
		call: async (baseUrl) => {
			const account = { ...seedAccount, baseUrl };
			const { status, message } = await testCredential(account, account);
			if (status === 'Error') throw Object.assign(new Error(message), { description: message });
		},
	},
];

/** @returns what is wrong with how a call fails that meets a fault */
async function problemsInEditor(
	fault: Fault,
	call: (baseUrl: string) => Promise<unknown>,
): Promise<string[]> {
	return await withServer(
		fault,
		async ({ baseUrl }) => {
			try {
				await inTime(call(baseUrl), EDITOR_HANGING_MILLISECONDS);
			} catch (error) {
				const { name, message, description } = error as Error & { description?: string };
				// In a dropdown, n8n shows the message only, so all words are in it.
				const texts = name === 'NodeOperationError' ? [message] : [message, description];
				return texts.flatMap((text) => problemsWithWords(text));
			}
			return ['no error'];
		},
		() => true,
	);
}

/** JSON of a form that Z-API doesn't document; as a list of choices it is empty, or an error in words. */
const STRANGE_ANSWERS = [
	'null',
	'{}',
	'[]',
	'[{}]',
	'[{},{}]',
	'[[]]',
	'[null]',
	'[{"id":1,"phone":1,"name":2},{"id":2,"phone":2,"name":3}]',
	'[{"id":{},"phone":[],"name":{}},{"id":"1","phone":"1","name":["a"]}]',
	'{"subGroups":7,"participants":7}',
	'{"subGroups":[null,7],"participants":[null,7]}',
	'{"subGroups":[{},{}],"participants":[{},{}]}',
	'{"subGroups":{"a":1},"participants":"x"}',
	'{"connected":"yes"}',
	'{"__proto__":{"polluted":1},"subGroups":[{"phone":"__proto__","name":"constructor"}]}',
];

/** One of each sort: a search, a list of options, and the test. */
const triedCalls = isFull
	? editorCalls
	: editorCalls.filter(({ title }) => ['searchGroups', 'getCommunityGroups', TEST].includes(title));

leavesNothingBehind(() => {
	/** What takes as long as the editor waits: begun first, so that it is over when its test comes. */
	let slowInEditor: Promise<Array<[string, string[]]>>;

	beforeAll(() => {
		slowInEditor = Promise.all(
			faults
				.filter(({ isSlow }) => isSlow)
				.flatMap((fault) =>
					triedCalls.map(
						async ({ title, call }): Promise<[string, string[]]> => [
							`${title}: ${fault.name}`,
							await problemsInEditor(fault, call),
						],
					),
				),
		);
	});

	describe.each(triedCalls)('$title', ({ title, call }) => {
		const isList = title !== TEST;
		it(
			'says in words what is wrong, whatever the fault',
			async () => {
				const entries = allFaults
					.filter(({ isSlow }) => !isSlow)
					.map((fault) => ({ ...fault, title: fault.name }));
				await withEach(entries, 16, async (fault) => {
					expect(await problemsInEditor(fault, call)).toEqual([]);
				});
			},
			LIMIT_MILLISECONDS,
		);

		it(
			'is not disturbed by what is harmless',
			async () => {
				const entries = harmless.map((fault) => ({ ...fault, title: fault.name }));
				await withEach(entries, 16, async (fault) => {
					const problems = await problemsInEditor(fault, call);
					// Good answers of another kind are no state of a connection.
					expect(problems).toEqual(problems.length === 0 ? [] : ['no error']);
				});
			},
			LIMIT_MILLISECONDS,
		);

		// The test of the credential reads no list.
		const isPlain = (body: string) =>
			isFull || isList || /^(null|\{\}|\[\]|.*connected)/.test(body);
		it.each(STRANGE_ANSWERS.filter(isPlain))(
			'makes nothing of %s, or says so in words',
			async (body) => {
				const fault: Fault = { name: body, meet: (socket) => answer(socket, body) };
				const problems = await problemsInEditor(fault, call);
				expect(problems.filter((problem) => problem !== 'no error')).toEqual([]);
				expect(({} as { polluted?: number }).polluted).toBeUndefined();
			},
		);
	});

	it(
		'the editor is not kept waiting by what never ends',
		async () => {
			for (const [what, problems] of await slowInEditor)
				expect([what, problems]).toEqual([what, []]);
			expect((await slowInEditor).length).toBe(
				triedCalls.length * faults.filter(({ isSlow }) => isSlow).length,
			);
		},
		LIMIT_MILLISECONDS,
	);
});
