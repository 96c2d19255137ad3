import { Session, type Profiler } from 'node:inspector/promises';

/** Whose code a moment was spent in. */
export const PARTS = [
	'expressions',
	'engine',
	'node',
	'credential',
	'network',
	'native',
	'garbage',
] as const;

export type Part = (typeof PARTS)[number];

/** A share of the time, between 0 and 1, and what it was spent in. */
export interface Share {
	name: string;
	share: number;
}

/** Where the time of a run went, in shares of the time in which the process wasn't idle. */
export interface Profile {
	parts: Record<Part, number>;
	/** Functions of n8n's engine, with everything that they call. */
	within: Share[];
	/** The functions in which most time was spent, without what they call. */
	functions: Share[];
}

/** What the process is asked about: functions of n8n's engine and of this package, by file and name. */
const ASKED: Array<{ name: string; file: string; functions: string[] }> = [
	{
		name: "the engine's second walk over all fields, for the base URL (`resolveBaseUrl`)",
		file: 'routing-node.js',
		functions: ['resolveBaseUrl'],
	},
	{
		name: 'finding out which fields are shown, in both walks (`displayParameter`)',
		file: 'node-helpers.js',
		functions: ['displayParameter'],
	},
	{
		name: 'evaluating expressions (`resolveSimpleParameterValue`)',
		file: 'expression.js',
		functions: ['resolveSimpleParameterValue'],
	},
	{
		name: 'setting up the data that expressions can see (`WorkflowDataProxy`)',
		file: 'workflow-data-proxy.js',
		functions: ['getDataProxy', 'WorkflowDataProxy'],
	},
	{
		name: 'reading fields (`getNodeParameter`)',
		file: 'node-execution-context.js',
		functions: ['_getNodeParameter'],
	},
];

const FUNCTIONS_LISTED = 12;
const SAMPLE_MICROSECONDS = 500;

const NETWORK =
	/\/node_modules\/(@n8n\/backend-network|axios|follow-redirects|form-data|agent-base|https?-proxy-agent|proxy-from-env|undici|qs)\//;
const EXPRESSIONS =
	/\/node_modules\/(@n8n\/tournament|@n8n\/expression-runtime|isolated-vm|luxon|jmespath|esprima-next|recast|ast-types)\/|\/n8n-workflow\/dist\/cjs\/(expression|workflow-data-proxy|workflow-expression|augment-object|extensions|native-methods|expressions)/;

/** @returns whose code a file is; undefined for code without a file */
export function partOf(url: string): Part | undefined {
	if (url === '') return undefined;
	if (url.startsWith('node:') || NETWORK.test(url)) return 'network';
	if (EXPRESSIONS.test(url)) return 'expressions';
	if (/\/n8n-nodes-z-api\/dist\/credentials\//.test(url)) return 'credential';
	if (/\/(n8n-nodes-z-api|n8n-nodes-evolution-api|n8n-nodes-base)\/dist\//.test(url)) return 'node';
	if (/\/bench\/floors\.mts$/.test(url)) return 'node';
	return 'engine';
}

function specialPart(functionName: string, url: string): Part | 'idle' | undefined {
	// The profiler's own work counts no more than waiting does.
	if (functionName === '(idle)' || url === 'node:inspector') return 'idle';
	if (functionName === '(garbage collector)') return 'garbage';
	if (functionName === '(program)') return 'native';
	return undefined;
}

function shortFile(url: string): string {
	return url
		.replace(/^file:\/\//, '')
		.replace(/^.*\/node_modules\//, '')
		.replace(/^.*\/test\/bench\//, 'bench/');
}

function shortName(functionName: string, url: string, callersUrl: string): string {
	const name = `\`${functionName || '(anonymous)'}\``;
	if (functionName.startsWith('(')) return functionName.slice(1, -1);
	if (url !== '') return `${name} in ${shortFile(url)}`;
	return `${name}, native, called from ${shortFile(callersUrl) || 'native code'}`;
}

function sorted(times: Map<string, number>, total: number): Share[] {
	return [...times]
		.map(([name, time]) => ({ name, share: time / total }))
		.sort((a, b) => b.share - a.share);
}

/** Sums up a profile. Native code without a file counts as the code that calls it. */
export function summarize(profile: Profiler.Profile): Profile {
	const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
	const timeOf = new Map<number, number>();
	profile.samples?.forEach((id, index) => {
		timeOf.set(id, (timeOf.get(id) ?? 0) + (profile.timeDeltas?.[index] ?? 0));
	});

	const parts = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<Part, number>;
	const functions = new Map<string, number>();
	const within = new Map<string, number>(ASKED.map(({ name }) => [name, 0]));
	let total = 0;

	interface Inherited {
		part: Part;
		asked: Set<string>;
		/** The file that the next function is called from. */
		url: string;
	}
	const visit = (id: number, inherited: Inherited): void => {
		const node = nodes.get(id);
		if (!node) return;
		const { callFrame, children } = node;
		const special = specialPart(callFrame.functionName, callFrame.url);
		const part = special ?? partOf(callFrame.url) ?? inherited.part;
		const asked = new Set(inherited.asked);
		for (const { name, file, functions: names } of ASKED) {
			if (callFrame.url.endsWith(`/${file}`) && names.includes(callFrame.functionName)) {
				asked.add(name);
			}
		}
		const time = timeOf.get(id) ?? 0;
		if (part !== 'idle') {
			total += time;
			parts[part] += time;
			const name = shortName(callFrame.functionName, callFrame.url, inherited.url);
			functions.set(name, (functions.get(name) ?? 0) + time);
			for (const name of asked) within.set(name, (within.get(name) ?? 0) + time);
		}
		for (const child of children ?? []) {
			visit(child, {
				part: part === 'idle' ? 'native' : part,
				asked,
				url: callFrame.url || inherited.url,
			});
		}
	};
	const root = profile.nodes[0];
	if (root) visit(root.id, { part: 'native', asked: new Set(), url: '' });

	for (const part of PARTS) parts[part] /= total;
	return {
		parts,
		within: sorted(within, total),
		functions: sorted(functions, total).slice(0, FUNCTIONS_LISTED),
	};
}

/** Runs something while V8's sampling profiler watches it. */
export async function profiled<Result>(
	run: () => Promise<Result>,
): Promise<{ result: Result; profile: Profile }> {
	const session = new Session();
	session.connect();
	await session.post('Profiler.enable');
	await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
	await session.post('Profiler.start');
	try {
		const result = await run();
		const { profile } = await session.post('Profiler.stop');
		return { result, profile: summarize(profile) };
	} finally {
		session.disconnect();
	}
}
