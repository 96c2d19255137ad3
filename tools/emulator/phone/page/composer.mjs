import { byId, make } from './dom.mjs';
import { word } from './words.mjs';

/** WhatsApp takes no larger ones of most kinds. */
const LARGEST_BYTES = 16 * 1024 * 1024;

function read(file) {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
		reader.onerror = () => reject(reader.error);
		reader.readAsDataURL(file);
	});
}

/** @returns how long a sound or a film is; undefined if the browser can't tell */
function secondsOf(file) {
	return new Promise((resolve) => {
		const player = new Audio();
		player.preload = 'metadata';
		player.onloadedmetadata = () => {
			const { duration } = player;
			resolve(Number.isFinite(duration) ? Math.max(1, Math.round(duration)) : undefined);
		};
		player.onerror = () => resolve(undefined);
		player.src = URL.createObjectURL(file);
	});
}

/**
 * Makes the field for a message work, and what stands around it.
 *
 * @param {(action: string, given: object) => Promise<void>} send
 * @param {(text: string) => void} notify
 */
export function setUpComposer(send, notify) {
	const text = byId('text');
	const input = byId('file');
	const attach = byId('attach');

	async function sendText() {
		const written = text.value.trim();
		if (written === '') return;
		text.value = '';
		grow();
		await send('write', { text: written });
	}

	function grow() {
		text.style.height = 'auto';
		text.style.height = `${Math.min(text.scrollHeight, 140)}px`;
	}

	function choose(accept) {
		attach.open = false;
		input.accept = accept;
		input.value = '';
		input.click();
	}

	input.addEventListener('change', async () => {
		const [file] = input.files;
		if (!file) return;
		if (file.size > LARGEST_BYTES) {
			notify(word('tooLarge'));
			return;
		}
		const mimeType = file.type || 'application/octet-stream';
		const seconds = /^(audio|video)\//.test(mimeType) ? await secondsOf(file) : undefined;
		const caption = text.value.trim();
		text.value = '';
		grow();
		await send('file', { name: file.name, mimeType, seconds, caption, data: await read(file) });
	});
	text.addEventListener('input', grow);
	text.addEventListener('keydown', (event) => {
		if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
		event.preventDefault();
		void sendText();
	});
	byId('composer').addEventListener('submit', (event) => {
		event.preventDefault();
		void sendText();
		text.focus();
	});
	byId('voice').addEventListener('click', () => choose('audio/*'));

	return {
		fillMenu() {
			const item = (icon, key, act, tag = 'button') =>
				make(tag, { type: 'button', onclick: act }, `${icon} ${word(key)}`);
			const sample = (name) => () => {
				attach.open = false;
				void send('sample', { sample: name });
			};
			byId('attach-menu').replaceChildren(
				item('📷', 'photo', () => choose('image/*,video/*')),
				item('📄', 'document', () => choose('')),
				item('📍', 'location', sample('location')),
				item('🛒', 'cart', sample('cart'), 'button.customers'),
			);
		},
	};
}
