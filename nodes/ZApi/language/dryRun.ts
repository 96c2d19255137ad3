import { toBoolean } from '../../shared/values/values';
import { readNamed } from './field';
import type { Option } from './option';

const DRY_RUN = 'Dry Run';

/** An option of every operation that changes something. It isn't sent: it keeps the request from being sent. */
export const dryRun: Option = {
	properties: [
		{
			displayName: DRY_RUN,
			name: 'dryRun',
			type: 'boolean',
			default: true,
			description: 'Whether to return what would be sent, and send nothing',
		},
	],
	put(request, value, item) {
		request.isDryRun = readNamed(item, DRY_RUN, () => toBoolean(value));
	},
};
