import { TriggerWorkflow } from '../../../tools/launcher/workflows/triggerWorkflow.mts';
import { FILE, receiveImage } from './image.mts';
import { addresses, receive, message, messageIds } from './events.mts';
import { beginAnew, editor, see } from '../session.mts';

describe('what is posted', () => {
	beginAnew();

	see('is answered, but starts nothing, if it is filtered', async () => {
		await using workflow = await TriggerWorkflow.publish(editor.launched, {
			filters: { textContains: '!sair' },
		});
		const filtered = await receive({ messageId: 'FILTERED', text: { message: 'Bom dia' } });
		expect(filtered).toEqual({ status: 200, text: '{"message":"Event filtered"}' });
		await receive({ messageId: 'PASSES', text: { message: 'Quero !SAIR' } });
		expect(messageIds(await workflow.executions(1))).toEqual(['PASSES']);
	});

	see('is refused, and starts nothing, if it is no event of this account', async () => {
		await using workflow = await TriggerWorkflow.publish(editor.launched);
		const url = addresses().ReceivedCallback ?? '';
		const good = message(editor.launched);
		const form = new FormData();
		form.set('file', new Blob([JSON.stringify(good)]), 'event.json');
		const posts: Array<[what: string, status: number, body: RequestInit['body'], type?: string]> = [
			['nothing', 400, ''],
			['no JSON', 422, 'hello'],
			['cut off JSON', 422, '{"type":"ReceivedCallback"'],
			['no JSON as text', 400, 'hello', 'text/plain'],
			['a list', 400, JSON.stringify([good])],
			['null', 400, 'null'],
			['an unknown type', 400, JSON.stringify({ ...good, type: 'OtherCallback' })],
			['no instance', 403, JSON.stringify({ ...good, instanceId: undefined })],
			['another instance', 403, JSON.stringify({ ...good, instanceId: 'OTHER' })],
			['too large', 413, JSON.stringify({ ...good, more: 'x'.repeat(1024 * 1024) })],
			[
				'a form',
				400,
				new URLSearchParams(good as never).toString(),
				'application/x-www-form-urlencoded',
			],
			['a form with a file', 400, form, ''],
			['a form that is none', 400, 'hello', 'multipart/form-data'],
			['XML', 400, '<type>ReceivedCallback</type>', 'application/xml'],
		];
		const statuses: Record<string, number> = {};
		for (const [what, , body, type = 'application/json'] of posts) {
			const headers: Record<string, string> = {
				'z-api-token': editor.emulator.account.token,
				...(type !== '' && { 'content-type': type }),
			};
			statuses[what] = (await fetch(url, { method: 'POST', headers, body })).status;
		}
		expect(statuses).toEqual(Object.fromEntries(posts.map(([what, status]) => [what, status])));

		await receive({ messageId: 'GOOD' });
		expect(messageIds(await workflow.executions(1))).toEqual(['GOOD']);
	});
});

describe('a file', () => {
	beginAnew();

	see('comes with the message, and n8n gives it back as it was', async () => {
		const { launched, page } = editor;
		const item = await receiveImage(launched);
		expect(item?.binary?.data).toMatchObject({ mimeType: 'image/png' });
		const id = encodeURIComponent(item?.binary?.data?.id ?? '');
		const answer = await page.request.get(
			`${launched.n8n.url}/rest/binary-data?action=download&id=${id}`,
		);
		expect(answer.status()).toBe(200);
		expect(await answer.body()).toEqual(FILE);
	});
});
