import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { TAKES_PICTURES } from './browser.mts';

const PICTURES = join('docs', 'images');

/** A part of a page. */
export interface Part {
	x: number;
	y: number;
	width: number;
	height: number;
}

/**
 * Takes a picture for the docs, if pictures are taken at all.
 *
 * @param name the file's, without its ending
 * @param margin how much more than the part it shows, on each side
 */
export async function takePicture(
	page: Page,
	name: string,
	{ x, y, width, height }: Part,
	margin: number,
): Promise<void> {
	await page.mouse.move(0, 0);
	if (!TAKES_PICTURES) return;
	const path = join(PICTURES, `${name}.png`);
	await mkdir(dirname(path), { recursive: true });
	const clip = {
		...{ x: x - margin, y: y - margin },
		...{ width: width + 2 * margin, height: height + 2 * margin },
	};
	await page.screenshot({ path, clip, animations: 'disabled' });
}
