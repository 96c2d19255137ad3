const { dest, src } = require('gulp');

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

exports.default = assets;
