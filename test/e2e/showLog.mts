/**
 * Runs a test that shows n8n's log when it fails: without n8n's own words, a failure says little.
 *
 * @param log gives what to show
 */
export async function showingLog<Result>(
	log: () => string,
	test: () => Promise<Result>,
): Promise<Result> {
	try {
		return await test();
	} catch (error) {
		console.error(log());
		throw error;
	}
}
