import { toBoolean } from '../../shared/values/values';
import { readNamed, type Field } from './field';

const SIMPLIFY = 'Simplify';

/** Whether to return only the fields of an answer that people look for. It isn't sent. */
export const simplify: Field = {
	properties: [
		{
			displayName: SIMPLIFY,
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		},
	],
	fill(draft, context) {
		draft.isSimplified = readNamed(context, SIMPLIFY, () =>
			toBoolean(context.getNodeParameter('simplify', true)),
		);
	},
};
