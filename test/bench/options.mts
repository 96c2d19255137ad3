import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import { parseArgs } from 'node:util';
import type { ExpressionEngine } from './engine.mts';

/** How the bench is to run. */
export interface Options {
	/** Fewer items and one round, and `docs/benchmarks.md` stays as it is. */
	isQuick: boolean;
	rounds: number;
	expressions: ExpressionEngine;
	/** Each of them makes our node take part once more, with these parameters. */
	variants: Array<{ label: string; parameters: INodeParameters }>;
}

/** What `--help` prints. */
export const HELP = `npm run bench -- [options]

  --quick                   fewer items, one round; prints only
  --rounds <number>         how often each side runs, 3 by default
  --expressions <engine>    vm, which n8n has by default, or legacy
  --parameter <name=value>  compare: our node takes part once more with this node parameter;
                            the value is JSON or text, and the option can be repeated
`;

function readVariant(text: string): Options['variants'][number] {
	const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
	if (name === undefined || value === undefined) {
		throw new Error(`--parameter wants name=value, not ${text}`);
	}
	let parsed: unknown = value;
	try {
		parsed = JSON.parse(value);
	} catch {
		// It is a text.
	}
	return { label: text, parameters: { [name]: parsed as NodeParameterValueType } };
}

/**
 * Reads the command line.
 *
 * @returns undefined if it asks for help
 * @throws Error if it can't be understood
 */
export function readOptions(commandLine: string[]): Options | undefined {
	const { values } = parseArgs({
		args: commandLine,
		options: {
			quick: { type: 'boolean', default: false },
			rounds: { type: 'string' },
			expressions: { type: 'string', default: 'vm' },
			parameter: { type: 'string', multiple: true, default: [] },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
	if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds wants a number above 0');
	const { expressions } = values;
	if (expressions !== 'vm' && expressions !== 'legacy') {
		throw new Error('--expressions wants vm or legacy');
	}
	return {
		isQuick: values.quick,
		rounds,
		expressions,
		variants: values.parameter.map(readVariant),
	};
}
