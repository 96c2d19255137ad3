/**
 * Stands for packages that n8n's engine loads for what no test does: tools of AI agents, and SSH. Jest loads them
 * anew for each file of tests, which takes longer than most of the tests.
 */
class Unloaded {
	constructor() {
		throw new Error("Tests don't load this package: see moduleNameMapper in jest.config.mjs");
	}
}

export {
	Unloaded as BaseToolkit,
	Unloaded as Client,
	Unloaded as DynamicStructuredTool,
	Unloaded as StructuredTool,
	Unloaded as Tool,
};
