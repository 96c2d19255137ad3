import { sectionsOf, versionOf } from './changelog.mts';

/** What of package.json a release depends on. Anything may be missing there. */
export interface Manifest {
	version?: string;
	author?: { name?: string; email?: string } | string;
	homepage?: string;
	repository?: { url?: string } | string;
	bugs?: { url?: string } | string;
	n8n?: { credentials?: string[]; nodes?: string[] };
}

/** All that a release is judged by. */
export interface Release {
	/** The tag that is published; undefined if there is none yet. */
	tag?: string;
	/** The repository that is published from, as `owner/name`; undefined outside of GitHub's workflows. */
	publishedFrom?: string;
	manifest: Manifest;
	/** The version of the package in package-lock.json. */
	lockedVersion?: string;
	/** The text of CHANGELOG.md. */
	changelog: string;
	/** Files that differ from what is committed. */
	uncommitted: string[];
	/** Files that npm would publish. */
	packed: string[];
	/** The versions whose saved workflows are kept, to see that they go on working. */
	recorded: string[];
}

/** npm sets a version with anything behind the three numbers apart, and publishes it under a name of its own. */
const VERSION = /^\d+\.\d+\.\d+$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const GITHUB_REPOSITORY = /^git\+https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\.git$/;
/** What stands where the owner's own words belong. */
const PLACEHOLDER = /\b(example|owner|your)\b/i;
/** What stands where the owner's name belongs. */
const NOBODY = /^(|n8n-nodes-z-api maintainers)$/;
const Z_API = /(^|\.)z-api\.io$/;
const PUBLISHED = /^(package\.json|README\.md|LICENSE\.md|dist\/.+)$/;
const FILES_NAMED = 5;

/** Names some files, and says how many there are if they are too many to be named. */
function name(paths: string[]): string {
	const more = paths.length - FILES_NAMED;
	const named = paths.slice(0, FILES_NAMED).join(', ');
	return more > 0 ? `${named} and ${more} more` : named;
}

function urlOf(entry: { url?: string } | string | undefined): string {
	return (typeof entry === 'string' ? entry : entry?.url) ?? '';
}

/** @returns the repository that package.json names, as `owner/name`; undefined if it is none on GitHub */
export function repositoryOf({ repository }: Manifest): string | undefined {
	const address = urlOf(repository);
	return PLACEHOLDER.test(address) ? undefined : GITHUB_REPOSITORY.exec(address)?.[1];
}

function isOwnPage(address: string): boolean {
	if (!URL.canParse(address) || PLACEHOLDER.test(address)) return false;
	const { protocol, hostname } = new URL(address);
	return protocol === 'https:' && !Z_API.test(hostname);
}

function* versionProblems({ tag, manifest, lockedVersion }: Release): Generator<string> {
	const { version = '' } = manifest;
	if (!VERSION.test(version)) {
		yield `package.json: "version" is "${version}", and has to be three numbers, such as 1.2.3.`;
	}
	if (lockedVersion !== version) {
		yield `package-lock.json says version ${lockedVersion}, and package.json ${version}. Run npm install.`;
	}
	if (tag !== undefined && tag !== `v${version}`) {
		yield `The tag is ${tag}, and package.json says version ${version}. The tag has to be v${version}.`;
	}
}

function* recordProblems({ manifest, recorded }: Release): Generator<string> {
	if (!recorded.includes(manifest.version ?? '')) {
		yield `test/compatibility has no workflows of version ${manifest.version}. Run npm run release:record.`;
	}
}

function* changelogProblems({ manifest, changelog }: Release): Generator<string> {
	const [newest] = sectionsOf(changelog);
	if (newest === undefined || versionOf(newest) !== manifest.version) {
		yield `CHANGELOG.md: the first heading is "${newest?.title ?? ''}", and has to be about version ${manifest.version}.`;
		return;
	}
	if (/unreleased/i.test(newest.title)) {
		yield `CHANGELOG.md: the heading "${newest.title}" says that it isn't released. Write the date instead.`;
	}
	if (newest.text === '') {
		yield `CHANGELOG.md: nothing stands under "${newest.title}". Say what is new for users.`;
	}
}

function* ownerProblems({ manifest, publishedFrom }: Release): Generator<string> {
	const { author, repository, bugs, homepage = '' } = manifest;
	const { name: authorName = '', email = '' } = typeof author === 'object' ? author : {};
	if (NOBODY.test(authorName.trim())) {
		yield `package.json: "author" needs the "name" of a person or an organization; it is "${authorName}".`;
	}
	if (!EMAIL.test(email) || PLACEHOLDER.test(email)) {
		yield `package.json: "author" needs an "email" at which somebody is reached; it is "${email}".`;
	}

	const named = repositoryOf(manifest);
	if (named === undefined) {
		yield `package.json: "repository" needs the "url" git+https://github.com/<owner>/<name>.git; it is "${urlOf(repository)}".`;
	} else if (publishedFrom !== undefined && named !== publishedFrom) {
		yield `package.json: "repository" is ${named}, and this is ${publishedFrom}. npm takes only what is published from there.`;
	}
	if (!isOwnPage(urlOf(bugs))) {
		yield `package.json: "bugs" needs the "url" at which users report problems; it is "${urlOf(bugs)}".`;
	}
	if (!isOwnPage(homepage)) {
		yield `package.json: "homepage" has to be the address of this package's own README; it is "${homepage}".`;
	}
}

function* contentProblems({ manifest, uncommitted, packed }: Release): Generator<string> {
	if (uncommitted.length > 0) {
		yield `What would be published isn't what is committed: ${name(uncommitted)}.`;
	}
	const needless = packed.filter((path) => !PUBLISHED.test(path));
	if (needless.length > 0) {
		yield `The package would hold files that nobody needs: ${name(needless)}.`;
	}
	const { credentials = [], nodes = [] } = manifest.n8n ?? {};
	const needed = ['package.json', 'README.md', 'LICENSE.md', ...credentials, ...nodes];
	const lacking = needed.filter((path) => !packed.includes(path));
	if (lacking.length > 0) {
		yield `The package would lack ${name(lacking)}.`;
	}
}

/**
 * Looks for everything that keeps a version from being published.
 *
 * @param release all that is known about it
 * @returns what is wrong, each in one line for the owner; empty if nothing is
 */
export function problemsOf(release: Release): string[] {
	return [
		...versionProblems(release),
		...recordProblems(release),
		...changelogProblems(release),
		...ownerProblems(release),
		...contentProblems(release),
	];
}
