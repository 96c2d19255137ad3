import type { IExecuteFunctions, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { isLocalHost, readAccount } from '../../shared/account/account';
import { readFileOptions } from '../parameters';
import type { Holder } from './holder';
import { finishItem, type Downloads } from './joinedFiles';

/** Reads how files are downloaded, as the trigger's other functions do. */
async function readDownloads(context: IExecuteFunctions): Promise<Downloads | undefined> {
	const getNodeParameter = (name: string, otherwise?: unknown) =>
		context.getNodeParameter(name, 0, otherwise) as unknown;
	const asWebhook = { getNode: () => context.getNode(), getNodeParameter };
	const options = readFileOptions(asWebhook as unknown as IWebhookFunctions);
	if (options === undefined) return undefined;
	const { baseUrl } = readAccount(await context.getCredentials('zApi'));
	return { ...options, trustedOrigin: isLocalHost(baseUrl) ? baseUrl.origin : undefined };
}

/**
 * Finishes the items that an execution starts with: the files of joined messages are downloaded.
 *
 * @returns other items as they are
 */
export async function finish(
	context: IExecuteFunctions,
	holder: Holder,
): Promise<INodeExecutionData[]> {
	return await Promise.all(
		context.getInputData().map(
			async (item) =>
				await finishItem(
					context,
					item,
					async () => await readDownloads(context),
					(start) => holder.begun(start),
				),
		),
	);
}
