import {
	isProofOf,
	pressOf,
	proofOf,
	readPressId,
	resumeAddress,
	toPressId,
} from '../../nodes/shared/answers/press.ts';

const SIGNATURE = '95c8e64cda367211b835796db38651886528bfaccbe044160bb47c3ebc016839';
const BASE = 'https://n8n.example.com/some/where/webhook-waiting';

function addressOf(nodeId: string, choice = 0): string {
	return `${BASE}/231/${nodeId}?choice=${choice}&question=7&signature=${SIGNATURE}`;
}

describe('the ID of a button', () => {
	it.each(['0c3d61f0-61a6-4a4c-9d0c-3a26d2f1b0a5', 'ask', 'n8n.1.2.3', "it's%20(me)!*", 'a_b~c'])(
		'gives back the address that it was made of, with the node %s',
		(nodeId) => {
			const press = readPressId(toPressId(addressOf(nodeId, 12)));
			expect(press).toEqual({
				...{ executionId: '231', nodeId, choice: '12', question: '7' },
				signature: SIGNATURE,
			});
			expect(press && resumeAddress(BASE, press)).toBe(addressOf(nodeId, 12));
		},
	);

	it('is short enough for a button of WhatsApp', () => {
		const id = toPressId(
			addressOf('0c3d61f0-61a6-4a4c-9d0c-3a26d2f1b0a5').replace('231', '9'.repeat(12)),
		);
		expect(id.length).toBeLessThan(128);
	});

	it.each([
		undefined,
		null,
		1,
		{},
		'',
		'n8n',
		`n8n.231.ask.0.1.${SIGNATURE.slice(1)}`,
		`n8n.231.ask.0.1.${SIGNATURE}0`,
		`n8n.231.ask.0.${SIGNATURE}`,
		`n8n.231.ask.0.1000000.${SIGNATURE}`,
		`n8n.231.ask.0.-1.${SIGNATURE}`,
		`n8n.231.ask.1000.1.${SIGNATURE}`,
		`n8n.231.ask.-1.1.${SIGNATURE}`,
		`n8n.../1.ask.0.1.${SIGNATURE}`,
		`n8n.231.../rest.0.1.${SIGNATURE}`,
		`n8n.231.ask?a=1.0.1.${SIGNATURE}`,
		`n8n.231.a sk.0.1.${SIGNATURE}`,
		`n8n.231...0.1.${SIGNATURE}`,
		`n8n.231.%2e%2e.0.1.${SIGNATURE}`,
		`n8n.231.\\..\\..\\rest.0.1.${SIGNATURE}`,
		`n8n.231.\u00e1sk.0.1.${SIGNATURE}`,
		`n8n.latest.ask.0.1.${SIGNATURE}`,
		`n8n.${'9'.repeat(16)}.ask.0.1.${SIGNATURE}`,
		`n8n.231.ask.0.1.${SIGNATURE.toUpperCase()}`,
		`n8n.231.ask.0.1.${SIGNATURE}\n`,
		[`n8n.231.ask.0.1.${SIGNATURE}`],
		`x n8n.231.ask.0.1.${SIGNATURE}`,
	])('is an ordinary one: %s', (id) => {
		expect(readPressId(id)).toBeUndefined();
	});
});

describe('an event', () => {
	const id = toPressId(addressOf('ask', 1));

	it('tells of the press of a button, or of the choice of a row', () => {
		expect(pressOf({ buttonsResponseMessage: { buttonId: id, message: 'Não' } })?.choice).toBe('1');
		expect(pressOf({ listResponseMessage: { selectedRowId: id, title: 'Não' } })?.choice).toBe('1');
	});

	it('tells of none where the ID stands in what somebody wrote', () => {
		expect(pressOf({ text: { message: id } })).toBeUndefined();
		expect(pressOf({ buttonsResponseMessage: null, listResponseMessage: 'no' })).toBeUndefined();
	});
});

describe('a proof', () => {
	it('holds for its own text and token only', () => {
		const proof = proofOf('token', 'text');
		expect(isProofOf(proof, 'token', 'text')).toBe(true);
		for (const other of [proof.slice(1), `${proof}0`, proof.replace(/^./, 'x'), '', undefined]) {
			expect(isProofOf(other, 'token', 'text')).toBe(false);
		}
		expect(isProofOf(proof, 'other', 'text')).toBe(false);
		expect(isProofOf(proof, 'token', 'other')).toBe(false);
	});
});
