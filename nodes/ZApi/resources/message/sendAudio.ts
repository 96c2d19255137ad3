import { media } from '../../language/media';
import { mediaKinds } from '../../language/mediaKinds';
import { operation } from '../../language/operation';
import { toggle } from '../../language/toggle';
import {
	delayMessage,
	delayRecording,
	replyTo,
	sendInBackground,
	viewOnce,
} from '../../fields/messageOptions';
import { to } from '../../fields/to';

const waveform = toggle('waveform', 'Show Waveform', {
	default: true,
	description: 'Whether the message shows the sound as a waveform, as voice messages do',
});

/**
 * Only the older English page offers a reply, with `messageId`.
 *
 * @see https://developer.z-api.io/message/send-message-audio
 */
export const sendAudio = operation({
	name: 'Send Audio',
	value: 'sendAudio',
	action: 'Send an audio message',
	description: 'Send a voice message or another audio file. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-audio' },
	sendsToChat: true,
	fields: [to, media('audio', mediaKinds.audio, { several: true })],
	options: [delayMessage, delayRecording, replyTo, sendInBackground, viewOnce, waveform],
	refusedAdvice:
		"Check that the connected number may write to this chat. Check that the file isn't damaged, and that its address opens without a login.",
});
