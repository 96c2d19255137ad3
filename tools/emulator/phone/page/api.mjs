/** How often the phone looks at what has changed. */
const PAUSE_MILLISECONDS = 1000;

let last = '';
let timer;
let isLooking = false;

/**
 * Looks at the state of the chosen number, now and from now on.
 *
 * @param {() => number} number
 * @param {(state: object) => void} changed told whenever something has changed
 * @param {(isThere: boolean) => void} reached told whether the server answers
 */
export function watch(number, changed, reached) {
	async function look() {
		clearTimeout(timer);
		if (!isLooking) {
			isLooking = true;
			try {
				const asked = number();
				const response = await fetch(`/phone/api/state?number=${asked}`);
				const text = await response.text();
				reached(response.ok);
				if (response.ok && text !== last && asked === number()) {
					last = text;
					changed(JSON.parse(text));
				}
			} catch (error) {
				reached(false);
				if (!(error instanceof TypeError)) throw error;
			} finally {
				isLooking = false;
			}
		}
		timer = setTimeout(look, PAUSE_MILLISECONDS);
	}
	void look();
	return look;
}

/**
 * Does something on the phone.
 *
 * @param {string} action its name
 * @param {object} given what it needs
 * @throws {Error} with what was wrong
 */
export async function act(action, given) {
	const response = await fetch(`/phone/api/${action}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(given),
	});
	if (response.ok) return;
	const { error = response.statusText } = await response.json().catch(() => ({}));
	throw new Error(error);
}
