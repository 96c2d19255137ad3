import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM } from '../../tools/launcher/programs.mts';

/** Chromium asks its maker's servers for things by itself; nothing of that leaves this machine. */
const BROWSER_ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Starts a browser that nobody sees. */
export async function startBrowser(): Promise<Browser> {
	return await chromium.launch({ executablePath: CHROMIUM, args: BROWSER_ARGUMENTS });
}
