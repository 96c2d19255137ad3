/**
 * Makes an element. Texts among the children become text and nothing else.
 *
 * @param {string} tag with classes, such as `p.about`
 * @param {object} properties of the element; those with a dash are attributes
 */
export function make(tag, properties = {}, ...children) {
	const [name, ...classes] = tag.split('.');
	const element = document.createElement(name);
	if (classes.length > 0) element.className = classes.join(' ');
	for (const [key, value] of Object.entries(properties)) {
		if (value === undefined) continue;
		if (key.includes('-') || key === 'role') element.setAttribute(key, value);
		else element[key] = value;
	}
	element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== ''));
	return element;
}

export const byId = (id) => document.getElementById(id);

/**
 * Makes a list show what it is given, and touches only what has changed: what is typed, played or focused elsewhere
 * stays as it is.
 *
 * @param {HTMLElement} container
 * @param {Array<{ key: string, data: unknown, draw: () => HTMLElement }>} rows
 */
export function show(container, rows) {
	const old = new Map([...container.children].map((child) => [child.dataset.key, child]));
	const focused = document.activeElement?.dataset?.focus;
	const shown = rows.map(({ key, data, draw }) => {
		const state = JSON.stringify(data);
		const kept = old.get(key);
		if (kept && kept.shownState === state) return kept;
		const drawn = draw();
		drawn.dataset.key = key;
		drawn.shownState = state;
		return drawn;
	});
	for (const child of [...container.children]) if (!shown.includes(child)) child.remove();
	shown.forEach((child, index) => {
		const there = container.children[index];
		if (there !== child) container.insertBefore(child, there ?? null);
	});
	if (focused && document.activeElement === document.body) {
		container.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
	}
}

const MARKS = /\*([^*\n]+)\*|_([^_\n]+)_|~([^~\n]+)~|```([^`]+)```|(https?:\/\/[^\s]+)/;

/** @returns a text as WhatsApp shows it: bold, italic, struck through, code and links */
export function formatted(text) {
	const parts = [];
	let rest = text;
	for (let hit = MARKS.exec(rest); hit; hit = MARKS.exec(rest)) {
		const [whole, bold, italic, struck, code, link] = hit;
		if (hit.index > 0) parts.push(rest.slice(0, hit.index));
		if (bold) parts.push(make('strong', {}, formatted(bold)));
		else if (italic && !/\w$/.test(rest.slice(0, hit.index))) {
			parts.push(make('em', {}, formatted(italic)));
		} else if (struck) parts.push(make('s', {}, formatted(struck)));
		else if (code) parts.push(make('code', {}, code));
		else if (link) parts.push(linkTo(link, link));
		else parts.push(whole);
		rest = rest.slice(hit.index + whole.length);
	}
	return rest === '' ? parts : [...parts, rest];
}

/** @returns a link that opens in another tab, or only its text if it leads to nothing that a browser may open */
export function linkTo(address, label) {
	if (!/^(https?|tel):/i.test(address)) return make('span', {}, label);
	return make('a', { href: address, target: '_blank', rel: 'noreferrer' }, label);
}
