/** A Jest reporter whose last line sums the run up in one form that any script can read. */
export default class Summary {
	onRunComplete(
		_contexts,
		{ numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests },
	) {
		const failed = numFailedTests + numRuntimeErrorTestSuites;
		const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
		process.stdout.write(`\nTests: ${numPassedTests} passed, ${failed} failed${skipped}\n`);
	}
}
