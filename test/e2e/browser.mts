import { chromium, type BrowserContext } from 'playwright-core';
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

/** Whether the pictures for the pages in `docs/` are taken anew. */
export const TAKES_PICTURES = Boolean(process.env.PICTURES);

/**
 * Starts a browser that nobody sees. It has a profile of its own, which goes when it is closed: in a private window,
 * the browser would compile the editor's code anew for each page.
 */
export async function startBrowser(): Promise<BrowserContext> {
	return await chromium.launchPersistentContext('', {
		executablePath: CHROMIUM,
		args: BROWSER_ARGUMENTS,
		viewport: { width: 1400, height: 900 },
		deviceScaleFactor: TAKES_PICTURES ? 1.5 : 1,
		locale: 'en-US',
		// Drawing n8n's animations takes a good part of the time.
		reducedMotion: 'reduce',
	});
}
