import { messagesOf } from '../../emulator/messages.mts';
import {
	allSucceeded,
	ANA,
	describe,
	quoted,
	runPublished,
	textsOf,
	type ExampleRun,
} from './run.mts';

const GROUP = '120363100000000014-group';

/** Someone sends a voice note. */
export const forwardVoiceNote: ExampleRun = {
	file: 'forward-voice-note.json',
	async run(stage) {
		const { workflow, emulator } = stage;
		const file = { contentType: 'audio/ogg', content: Buffer.from('OggS, not really') };
		emulator.files.set('nota.ogg', file);
		const audioUrl = `${emulator.baseUrl}/files/nota.ogg`;
		const executions = await runPublished(stage, async () => {
			const mimeType = 'audio/ogg; codecs=opus';
			emulator.whatsApp.write(ANA, { audio: { ptt: true, seconds: 3, audioUrl, mimeType } });
			await emulator.tell();
		});
		const [note, from] = messagesOf(emulator.state, GROUP);
		const sent = String(note?.content.audio?.audioUrl);
		const said = textsOf(from ? [from] : []);
		return {
			passed:
				allSucceeded(executions) &&
				sent.startsWith('data:audio/ogg') &&
				sent.endsWith(`;base64,${file.content.toString('base64')}`) &&
				said.join().includes('Ana Souza'),
			lines: [
				...describe(workflow, executions),
				`  The group got ${note ? 'the voice note' : 'nothing'}, and was told: ${quoted(said)}`,
			],
		};
	},
};
