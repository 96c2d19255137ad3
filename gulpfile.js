const { rm } = require('node:fs/promises');
const { dest, src } = require('gulp');

/** Empties `dist`, so that nothing from an earlier build is packed. */
async function clean() {
	await rm('dist', { recursive: true, force: true });
}

/**
 * Copies what the TypeScript compiler leaves behind: icons, codex files and output previews.
 * Icons are binary-safe (`encoding: false`), so that no byte of them changes on the way.
 */
function assets() {
	return src(['nodes/**/*.{svg,json}', 'credentials/**/*.svg'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));
}

exports.clean = clean;
exports.default = assets;
