import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as N8nCore from 'n8n-core';
import type * as N8nWorkflow from 'n8n-workflow';

/** How n8n evaluates expressions: in an isolate of its own, as its server does by default, or in its own context. */
export type ExpressionEngine = 'vm' | 'legacy';

/** n8n's libraries, out of one installation, so that all sides share the same copies. */
export interface Engine {
	core: typeof N8nCore;
	workflow: typeof N8nWorkflow;
	/** Loads anything else of that installation. */
	require: NodeJS.Require;
}

/**
 * Loads the libraries of an installed n8n.
 *
 * @param n8nFolder the folder that has n8n in its `node_modules`
 */
export function loadEngine(n8nFolder: string): Engine {
	const require = createRequire(join(n8nFolder, 'node_modules', 'n8n', 'package.json'));
	// n8n loads its metadata library first, too.
	require('reflect-metadata');
	return {
		core: require('n8n-core') as typeof N8nCore,
		workflow: require('n8n-workflow') as typeof N8nWorkflow,
		require,
	};
}

/** Starts the expression engine with the settings that n8n's server has by default. */
export async function startExpressions(engine: Engine, kind: ExpressionEngine): Promise<void> {
	await engine.workflow.Expression.initExpressionEngine({
		engine: kind,
		poolSize: 1,
		maxCodeCacheSize: 1024,
		bridgeTimeout: 5000,
		bridgeMemoryLimit: 128,
		lazyAcquire: false,
		compileCache: false,
	});
	const active = engine.workflow.Expression.getActiveImplementation();
	if (active !== kind) throw new Error(`n8n evaluates expressions with ${active}, not ${kind}`);
}

/**
 * Counts the expressions that n8n evaluates from now on.
 *
 * @returns a function that gives their number and ends the counting
 */
export function countEvaluations({ workflow }: Engine): () => number {
	type Resolve = (this: void, ...parameters: unknown[]) => unknown;
	const prototype = workflow.Expression.prototype as unknown as {
		resolveSimpleParameterValue: Resolve;
	};
	const resolve = prototype.resolveSimpleParameterValue;
	let count = 0;
	prototype.resolveSimpleParameterValue = function (this: unknown, ...parameters) {
		const [value] = parameters;
		if (typeof value === 'string' && value.startsWith('=')) count++;
		return Reflect.apply(resolve, this, parameters);
	};
	return () => {
		prototype.resolveSimpleParameterValue = resolve;
		return count;
	};
}
