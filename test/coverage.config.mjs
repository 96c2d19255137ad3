import usual from '../jest.config.mjs';

/**
 * Measures which lines and branches the tests reach: `npm run coverage`. Everything is loaded from `dist`, whose source
 * maps lead back to the sources, so that both kinds of tests count in one figure. It is written to `coverage/`.
 */
export default {
	...usual,
	rootDir: '..',
	collectCoverage: true,
	coverageProvider: 'v8',
	coverageReporters: ['text-summary', 'json-summary', 'html'],
	projects: usual.projects.map((project) => ({
		...project,
		rootDir: '.',
		moduleNameMapper: {
			...project.moduleNameMapper,
			'^(?:\\.\\./)+((?:nodes|credentials)/.*)\\.ts$': '<rootDir>/dist/$1.js',
		},
		collectCoverageFrom: ['dist/**/*.js'],
		// Of the package, not of the tests and the programs beside it.
		coveragePathIgnorePatterns: ['/node_modules/', '/test/', '/tools/'],
		// With source maps in its files, the package is larger than what is published.
		testPathIgnorePatterns: [
			...(project.testPathIgnorePatterns ?? []),
			'<rootDir>/test/unit/package.test.mts',
		],
	})),
};
