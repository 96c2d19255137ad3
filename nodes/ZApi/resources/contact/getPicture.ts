import { optionOf, readNamed } from '../../language/field';
import type { Option } from '../../language/option';
import { operation } from '../../language/operation';
import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';
import { isLocalHost, readAccount } from '../../../shared/account/account';
import { downloadFile, type DownloadAdvice } from '../../../shared/requests/download';
import { toBoolean } from '../../../shared/values/values';
import { contactInQuery } from '../../fields/contact';

const DOWNLOAD = 'Download';
const MEGABYTES = 10;
const SECONDS = 30;
const ADVICE: DownloadAdvice = {
	missing: 'The address of a picture is valid for 48 hours. Run this again to get a new one.',
	tooLarge: 'Turn off the option Download to get only its address.',
	tooSlow: 'Try again, or turn off the option Download to get only its address.',
};

/** This isn't sent: it says what to do with the answer. */
const download: Option = {
	properties: [
		{
			displayName: DOWNLOAD,
			name: 'download',
			type: 'boolean',
			default: true,
			description:
				'Whether to also download the picture itself, as a file in the field "data". If that fails, the item has its address and mediaError, which says why.',
		},
	],
	put(_request, value, item) {
		readNamed(item, DOWNLOAD, () => toBoolean(value));
	},
};

/** There is no address if the person has no picture, or doesn't show it. */
async function toItem(
	json: IDataObject,
	context: IExecuteSingleFunctions,
): Promise<INodeExecutionData> {
	const { link } = json;
	const isWanted = toBoolean(optionOf({ context }, 'download', false));
	if (!isWanted || typeof link !== 'string' || link === '') return { json };
	const { baseUrl } = readAccount(await context.getCredentials('zApi'));
	// A stand-in for Z-API serves its pictures from its own address.
	const trustedOrigin = isLocalHost(baseUrl) ? baseUrl.origin : undefined;
	try {
		const data = await downloadFile(
			context,
			{ url: link, fileName: 'profile-picture' },
			{ megabytes: MEGABYTES, seconds: SECONDS, trustedOrigin },
			ADVICE,
		);
		return { json, binary: { data } };
	} catch (error) {
		// The address is what was asked for, and is of use without the file.
		return { json: { ...json, mediaError: (error as Error).message } };
	}
}

/** @see https://developer.z-api.io/contacts/get-profile-picture */
export const getPicture = operation({
	name: 'Get Picture',
	value: 'getPicture',
	action: 'Get the picture of a contact',
	description: "Get the address of a person's profile picture, or the picture itself as a file",
	request: { method: 'GET', url: '/profile-picture' },
	fields: [contactInQuery],
	options: [download],
	toItem,
	refusedAdvice: 'Check the number. Use Contact: Check Number to see whether it is on WhatsApp.',
});
