import { runNode } from './harness.mts';
it('runs', async () => {
	const account = {
		instance: 'INSTANCECANARY',
		token: 'TOKENCANARY',
		clientToken: 'CLIENTCANARY',
		baseUrl: 'http://127.0.0.1:1',
	};
	const result = await runNode({
		account,
		parameters: {
			resource: 'community',
			operation: 'unlinkGroups',
			communityId: { __rl: true, mode: 'id', value: '={{ $json.c }}' },
			groupsPhones: '={{ $json.g }}',
		},
		items: [{ c: '1', g: 'a' }, { c: '', g: 'b' }, { c: 1 }],
		onError: 'continueErrorOutput',
	});
	console.log(JSON.stringify(result, null, 1));
	const r2 = await runNode({
		account,
		parameters: {
			resource: 'community',
			operation: 'unlinkGroups',
			communityId: { __rl: true, mode: 'id', value: '={{ $json.c }}' },
			groupsPhones: '={{ $json.g }}',
		},
		items: [{ c: '1', g: 'a' }],
	});
	console.log(r2.error, r2.error?.message);
});
