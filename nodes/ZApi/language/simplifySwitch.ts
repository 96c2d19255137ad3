import { toBoolean } from '../../shared/values/values';
import { parameterOf, readNamed, type Field } from './field';

const SIMPLIFY = 'Simplify';

/** Whether to return only the fields of an answer that people look for. It isn't sent. */
export const simplifySwitch: Field = {
	properties: [
		{
			displayName: SIMPLIFY,
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		},
	],
	fill(request, item) {
		request.isSimplified = readNamed(item, SIMPLIFY, () =>
			toBoolean(parameterOf(item, 'simplify', true)),
		);
	},
};
