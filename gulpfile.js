const { readFile, rm, writeFile } = require('node:fs/promises');
const { dest, series, src } = require('gulp');
const { build } = require('rolldown');
const manifest = require('./package.json');

const { n8n, peerDependencies } = manifest;

/** Empties `dist`, so that nothing from an earlier build is packed. */
async function clean() {
	await rm('dist', { recursive: true, force: true });
}

/**
 * Compiles what n8n loads, as package.json lists it, one file for each. n8n reads them each time it starts, on every
 * worker: four files take less than half the time of four hundred. What several of them use is in `shared.js`, so that
 * both nodes share what they remember.
 */
async function code() {
	const names = [...n8n.credentials, ...n8n.nodes].map((path) =>
		path.replace(/^dist\/(.+)\.js$/, '$1'),
	);
	await build({
		input: Object.fromEntries(names.map((name) => [name, `${name}.ts`])),
		external: Object.keys(peerDependencies),
		platform: 'node',
		experimental: { attachDebugInfo: 'none' },
		output: {
			dir: 'dist',
			format: 'cjs',
			comments: false,
			codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] },
			chunkFileNames: 'nodes/[name].js',
		},
	});
}

/**
 * Copies what the compiler leaves behind: icons, codex files and output previews.
 * Icons are binary-safe (`encoding: false`), so that no byte of them changes on the way.
 */
function assets() {
	return src(['nodes/**/*.{svg,json}', 'credentials/**/*.svg'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));
}

/** Lets *Docs* in n8n open the pages of this version, once package.json says where they are. */
async function documentation() {
	const { documentationOf } = await import('./tools/release/documentation.mts');
	for (const [path, url] of documentationOf(manifest)) {
		const codex = JSON.parse(await readFile(`dist/${path}`, 'utf8'));
		codex.resources.primaryDocumentation = [{ url }];
		await writeFile(`dist/${path}`, JSON.stringify(codex, undefined, '\t'));
	}
}

exports.clean = clean;
exports.assets = assets;
exports.default = series(clean, code, assets, documentation);
