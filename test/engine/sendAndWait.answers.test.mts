import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { proofOf, PROOF_HEADER } from '../../nodes/shared/answers/press.ts';
import { takeLog } from './log.mts';
import { ANA, BRUNO, GROUP, account, labels } from './asking.mts';
import { answer, OPEN_QUESTION, TIME_ZONE, type Posted } from './answering.mts';

const inChat = (value: string) => ({ phone: { __rl: true, mode: 'id', value } });

/** Tells the node of a press, as the trigger does. */
async function tell(
	parameters: INodeParameters,
	choice: string,
	event: IDataObject,
	proof?: string,
	question = String(OPEN_QUESTION),
	more: Posted = {},
) {
	const body = JSON.stringify(event);
	return await answer(parameters, {
		query: { choice, question },
		rawBody: Buffer.from(body),
		headers: { [PROOF_HEADER]: proof ?? proofOf(account.token, body) },
		...more,
	});
}

const ANSWERED_AT = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string;

describe('the press of a button', () => {
	it('gives what was chosen, by whom', async () => {
		const event = { phone: ANA, messageId: '3EB0', message: 'Decline' };
		const { body, json } = await tell({}, '1', event);
		expect(body).toEqual({ resumed: true });
		expect(json).toEqual({
			...{ approved: false, choice: 'Decline', text: null, message: 'Decline' },
			...{ phone: ANA, messageId: '3EB0', respondedAt: ANSWERED_AT },
		});
		expect((await tell({}, '0', event)).json).toMatchObject({ approved: true });
		const choices = { responseType: 'choice', choices: labels('A', 'B') };
		expect((await tell(choices, '1', event)).json).toMatchObject({ approved: null, choice: 'B' });
	});

	it('says where the question went if its number was completed', async () => {
		const number = (value: string) => ({ phone: { __rl: true, mode: 'phone', value } });
		const press = { phone: '5521999998888' };
		const completed = await tell(number('21999998888'), '0', press);
		expect(completed.json).toMatchObject({ sentTo: '5521999998888' });
		const complete = await tell(number('+55 21 99999-8888'), '0', press);
		expect(complete.json).not.toHaveProperty('sentTo');
	});

	it('is for what was asked, whatever has become of its expressions', async () => {
		const asked = { responseType: 'choice', choices: labels('={{ "Tomorrow" }}', 'Later') };
		const now = { responseType: 'approvalPage', choices: labels('Today') };
		expect(
			(await tell(asked, '0', { phone: ANA }, undefined, undefined, { now })).json,
		).toMatchObject({ approved: null, choice: 'Tomorrow' });
	});

	it("changes nothing if n8n can't read the credential any more", async () => {
		const { status, json } = await tell({}, '0', { phone: ANA }, undefined, undefined, {
			isBare: true,
		});
		expect([status, json]).toEqual([503, undefined]);
		expect(takeLog()).toMatch(/^"\\"Ask .* again\\" of workflow \\"Test\\" can't take an answer/);
	});

	it('in a group is that of the person who pressed it', async () => {
		const event = { isGroup: true, phone: GROUP, participantPhone: BRUNO };
		expect((await tell(inChat(GROUP), '0', event)).json).toMatchObject({ phone: BRUNO });
	});

	it.each([
		['told by somebody else', '0', 'f'.repeat(64), 403],
		['without a proof', '0', '', 403],
		["of a choice that there isn't", '2', undefined, 400],
		['of no choice', '', undefined, 400],
		['of half a choice', '0.5', undefined, 400],
		['of the length of the list', 'length', undefined, 400],
	])('changes nothing if it is %s', async (_name, choice, proof, status) => {
		const answered = await tell({}, choice, { phone: ANA }, proof);
		expect(answered).toMatchObject({ status, body: { resumed: false }, json: undefined });
	});

	it.each(['1', '3', ''])(
		'changes nothing if it is for question %s, not the open one',
		async (question) => {
			const { status, body, json } = await tell({}, '0', { phone: ANA }, undefined, question);
			expect([status, json]).toEqual([409, undefined]);
			expect(body).toEqual({ resumed: false, error: 'This question is no longer open.' });
		},
	);

	it.each([
		[BRUNO, { phone: BRUNO }, true],
		[BRUNO, { phone: '551100000002' }, true],
		[ANA, { phone: ANA }, false],
		[ANA, { phone: ANA, senderLid: '1000000000002@lid' }, true],
		[GROUP, { isGroup: true, phone: GROUP, participantPhone: BRUNO }, true],
		[GROUP, { isGroup: true, phone: GROUP, participantPhone: ANA }, false],
		[
			GROUP,
			{ isGroup: true, phone: GROUP, participantPhone: null, participantLid: '1000000000002@lid' },
			true,
		],
		[GROUP, { phone: BRUNO }, false],
		[BRUNO, { isGroup: true, phone: BRUNO, participantPhone: ANA }, false],
	])('in %s counts if it is by one of the people listed: %j', async (chat, event, mayAnswer) => {
		const listed = {
			...inChat(chat),
			respondents: 'listed',
			respondentPhones: '+55 (11) 90000-0002, 1000000000002@lid',
		};
		const { status, json } = await tell(listed, '0', event);
		expect([status, json !== undefined]).toEqual(mayAnswer ? [200, true] : [403, false]);
	});

	const LID = '1000000000002@lid';

	it.each([
		[BRUNO, { phone: BRUNO }, true],
		[BRUNO, { phone: '551100000002' }, true],
		[BRUNO, { phone: LID, chatLid: LID }, true],
		[BRUNO, { phone: ANA, chatLid: LID }, false],
		[BRUNO, { phone: ANA }, false],
		[BRUNO, { phone: GROUP, isGroup: true, participantPhone: BRUNO }, false],
		[BRUNO, {}, false],
		[LID, { phone: BRUNO, chatLid: LID }, true],
		[LID, { phone: BRUNO, chatLid: null }, true],
		[LID, { phone: BRUNO, chatLid: '1000000000003@lid' }, false],
		[LID, { phone: '1000000000003@lid' }, false],
		[GROUP, { phone: GROUP, isGroup: true, participantPhone: ANA }, true],
		[GROUP, { phone: ANA }, false],
		[GROUP, { phone: LID, chatLid: LID }, false],
		[GROUP, { phone: '120363019502650978-group', isGroup: true, participantPhone: ANA }, false],
		['1779474934@broadcast', { phone: ANA }, true],
		['1779474934@broadcast', { phone: GROUP, isGroup: true, participantPhone: ANA }, false],
	])('counts if it comes from the chat that was asked, %s: %j', async (chat, event, counts) => {
		const { status, json } = await tell(inChat(chat), '0', event);
		expect([status, json !== undefined]).toEqual(counts ? [200, true] : [403, false]);
	});
});

describe('the page', () => {
	const page = { responseType: 'approvalPage', message: '<script>alert("1")</script> & \'x\'' };

	it('is shown as often as anybody looks, and shows text as text', async () => {
		const { body, headers, json } = await answer(page, { method: 'GET' });
		expect(json).toBeUndefined();
		expect(body).not.toContain('<script');
		expect(body).toContain('&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; &#39;x&#39;');
		expect(headers['Content-Security-Policy']).toMatch(/sandbox allow-forms; default-src 'none'/);
		expect(String(body)).not.toMatch(/\b(src|href|action)=/);
		const named = await answer({ ...page, options: { pageTitle: 'A & B' } }, { method: 'GET' });
		expect(named.body).toContain('<title>A &#38; B</title>');
	});

	it('takes an answer, and says what it was, when, and what happens now', async () => {
		const { body, json } = await answer(page, { body: { choice: '1' } });
		expect(json).toMatchObject({ approved: false, choice: 'Decline', phone: null });
		const at = new Date(json?.respondedAt as string).toLocaleString('en-GB', {
			...{ dateStyle: 'long', timeStyle: 'short', timeZone: TIME_ZONE },
		});
		expect(String(body)).toContain('You answered:');
		expect(String(body).replace(/<[^>]*>/g, ' ')).toMatch(
			/ Decline .*Your answer has been passed on\..*used up/,
		);
		expect(body).toContain(`>${at.replace(' at ', ', ')}</time>`);
		const thanks = { ...page, options: { thanksText: 'Obrigado <b>', pageLanguage: 'pt-BR' } };
		const thanked = await answer(thanks, { body: { choice: '0' } });
		expect(thanked.body).toMatch(/<html lang="pt-BR">[^]*Você respondeu:[^]*Obrigado &#60;b&#62;/);
		expect(thanked.body).not.toContain('Sua resposta foi encaminhada');
	});

	it.each([
		{},
		{ choice: '2' },
		{ choice: ['0'] },
		{ choice: '' },
		{ choice: ' 0' },
		{ text: 'yes' },
		null,
		'0',
		['0'],
		[{ choice: '0' }],
	])('is shown again for what is no answer: %j', async (body) => {
		const answered = await answer(page, { body });
		expect(answered.json).toBeUndefined();
		expect(answered.body).toContain('<form method="post">');
	});

	it.each(['GET', 'POST'] as const)('of an earlier question says so: %s', async (method) => {
		const posted = { method, query: { question: '1' }, body: { choice: '0' } };
		const { body, json } = await answer(page, posted);
		expect(json).toBeUndefined();
		expect(body).toContain('no longer open');
		expect(body).not.toContain('<form');
	});

	it('takes a text, with its line breaks', async () => {
		const text = { responseType: 'freeText' };
		const { json } = await answer(text, { body: { text: 'Às 19h\r\n<b>' } });
		expect(json).toMatchObject({ approved: null, choice: null, text: 'Às 19h\n<b>' });
		const long = { text: `${'a'.repeat(9_999)}😀` };
		expect((await answer(text, { body: long })).json?.text).toBe('a'.repeat(9_999));
		for (const body of [{}, { text: ' \n' }, { text: ['a'] }, { choice: '0' }]) {
			const refused = await answer(text, { body });
			expect(refused.json).toBeUndefined();
			expect(refused.body).toMatch(/role="alert">Write your answer first/);
		}
	});

	it('only says so where n8n fails, and lets the execution wait', async () => {
		const options = { thanksText: "={{ $('Nobody').item.json.text }}" };
		const asked = { ...page, options: { pageLanguage: 'es' } };
		const posted = { now: { ...page, options }, body: { choice: '0' } };
		const { status, body, json } = await answer(asked, posted);
		expect([status, json]).toEqual([503, undefined]);
		expect(body).toContain('No es posible recibir tu respuesta ahora');
		expect(takeLog()).toContain("can't take an answer");
	});

	it('of a question with buttons only shows the question', async () => {
		const { body, json } = await answer({}, { method: 'GET' });
		expect(json).toBeUndefined();
		expect(body).not.toContain('<form');
		expect(await answer({}, { body: { choice: '0' } })).toMatchObject({ status: 403 });
	});
});
