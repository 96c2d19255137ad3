import { toUrl, toUrlList } from './urls';
import { isOnInternet } from './hosts';
import { InvalidValue, quote } from './invalidValue';
import type { ReadFor } from './values';

/** A service that shows a page at the addresses that people copy from it. */
interface Service {
	name: string;
	host: RegExp;
	/** Addresses that lead to a page of it, by their path and query. */
	page: RegExp;
	/**
	 * Makes the address of the file itself.
	 *
	 * @returns undefined where nobody can tell it
	 */
	toFile?: (url: URL) => string | undefined;
	/** Whether a file must be shared before anybody can get it. */
	isShared?: true;
}

const GOOGLE_ID = /\/d\/([\w-]{10,})/;

/** The addresses at which Google exports what isn't a file. */
const EXPORTS: Record<string, string> = {
	document: 'export?format=pdf',
	spreadsheets: 'export?format=xlsx',
	presentation: 'export/pdf',
	drawings: 'export/png',
};

function exportOf({ pathname, origin }: URL): string | undefined {
	const [, kind = ''] = /^\/(?:a\/[^/]+\/)?(\w+)\//.exec(pathname) ?? [];
	const [, id] = GOOGLE_ID.exec(pathname) ?? [];
	const path = EXPORTS[kind];
	return id === undefined || path === undefined ? undefined : `${origin}/${kind}/d/${id}/${path}`;
}

function driveFile({ pathname, searchParams }: URL): string | undefined {
	const id = GOOGLE_ID.exec(pathname)?.[1] ?? searchParams.get('id');
	if (!id || pathname.includes('/folders/')) return undefined;
	return `https://drive.google.com/uc?export=download&id=${encodeURIComponent(id)}`;
}

/** The same address, with a parameter that asks for the file. */
function asking(name: string, value: string): (url: URL) => string {
	return (url) => {
		const file = new URL(url);
		file.searchParams.set(name, value);
		return file.href;
	};
}

const SERVICES: Service[] = [
	{
		name: 'Google Drive',
		host: /^drive\.google\.com$/,
		page: /^(\/u\/\d+|\/a\/[^/]+)?\/(file\/|open\?|drive\/|folders\/)/,
		toFile: driveFile,
		isShared: true,
	},
	{
		name: 'Google Docs',
		host: /^docs\.google\.com$/,
		page: /^(?!\/uc\?|.*(\/export([/?]|$)|\/gviz\/|[?&]output=))/,
		toFile: exportOf,
		isShared: true,
	},
	{
		name: 'Google Photos',
		host: /^(photos\.google\.com|photos\.app\.goo\.gl)$/,
		page: /^/,
	},
	{
		name: 'Dropbox',
		host: /^(www\.)?dropbox\.com$/,
		page: /^\/(s|scl|sh)\/(?!.*[?&](dl|raw)=1(&|$))/,
		toFile: asking('dl', '1'),
	},
	{
		name: 'SharePoint',
		host: /\.sharepoint\.com$/,
		page: /^\/:(?!f:)\w:\/(?!.*[?&]download=1(&|$))/,
		toFile: asking('download', '1'),
		isShared: true,
	},
	{
		name: 'OneDrive',
		host: /^(1drv\.ms|onedrive\.live\.com)$/,
		page: /^(?!\/download)/,
	},
	{
		name: 'GitHub',
		host: /^github\.com$/,
		page: /^\/[^/]+\/[^/]+\/blob\/(?!.*[?&]raw=(1|true)(&|$))/,
		toFile: asking('raw', 'true'),
	},
	{
		name: 'YouTube',
		host: /^((www\.|m\.)?youtube\.com|youtu\.be)$/,
		page: /^/,
	},
	{
		name: 'WeTransfer',
		host: /^(we\.tl|(www\.)?wetransfer\.com)$/,
		page: /^/,
	},
];

const PREVIOUS_STEP =
	'Or download the file with an HTTP Request node or the node of that service, and send it as a file from a previous step.';

function refusePage({ name, toFile, isShared }: Service, url: URL): InvalidValue {
	const file = toFile?.(url);
	const sharing = isShared ? ', and share the file with anyone who has the link' : '';
	const advice =
		file === undefined
			? `Enter an address that leads to the file itself. ${PREVIOUS_STEP}`
			: `Use ${file} instead${sharing}. ${PREVIOUS_STEP}`;
	return new InvalidValue(
		`leads to a page of ${name}, not to the file: ${quote(url.href)}`,
		advice,
	);
}

function refuseHost(url: URL): InvalidValue {
	return new InvalidValue(
		`is an address that Z-API can't reach: ${quote(url.href)}`,
		`${url.host} is in a private network, and Z-API gets files over the internet. Enter a public address, or download the file with an HTTP Request node and send it as a file from a previous step.`,
	);
}

/** @returns whether an address leads to a private network. Other than those that are asked, bare IPv6 may be public. */
function isPrivate(url: URL): boolean {
	return !isOnInternet(url) && !/^\[[23]/.test(url.hostname);
}

/**
 * Checks that Z-API can get a file from an address, judging by the address alone.
 *
 * @param address an address that {@link toUrl} takes
 * @param ownHost the host of the credential's Base URL. If it isn't on the internet, what answers there is no Z-API far
 * away, and gets files from the same host.
 * @throws InvalidValue when the address leads to a private network, or to a page about the file; with the address to use
 * instead, where it can be told
 */
export function checkFileUrl(address: string, ownHost?: string): void {
	if (!URL.canParse(address)) return;
	const url = new URL(address);
	if (isPrivate(url) && url.hostname !== ownHost) throw refuseHost(url);
	const target = `${url.pathname}${url.search}`;
	const service = SERVICES.find(({ host, page }) => host.test(url.hostname) && page.test(target));
	if (service) throw refusePage(service, url);
}

/**
 * Reads the address of a file, such as an image's. See {@link toUrl} and {@link checkFileUrl}.
 *
 * @throws InvalidValue when it isn't an address, or one that Z-API can't use
 */
export const toFileUrl: ReadFor<string> = (value, { ownHost }) => {
	const address = toUrl(value);
	checkFileUrl(address, ownHost);
	return address;
};

/** The same for several, in any form that {@link toUrlList} takes. */
export const toFileUrlList: ReadFor<string[]> = (value, { ownHost }) => {
	const addresses = toUrlList(value);
	for (const address of addresses) {
		InvalidValue.within('has an entry that', () => checkFileUrl(address, ownHost));
	}
	return addresses;
};
