import { readFileSync } from 'node:fs';
import type { INodeProperties } from 'n8n-workflow';
import { ZApi as Credential } from '../../credentials/ZApi.credentials.ts';
import { resourceProperties, resources } from '../../nodes/ZApi/resources/index.ts';
import { events } from '../../nodes/ZApiTrigger/events.ts';
import { triggerProperties } from '../../nodes/ZApiTrigger/properties.ts';
import { simplifyEvent } from '../../nodes/ZApiTrigger/receiving/simplifyEvent.ts';
import { generate } from '../../tools/generate/generated.mts';
import { findPages } from './pages.mts';
import { PORTUGUESE_GUIDE } from './portuguese.mts';

/** Portuguese that belongs into the English interface and its pages, and why. */
const MEANT: Record<string, RegExp> = {
	'names of menus and buttons of Z-API':
		/Token de segurança da conta|Instâncias|Segurança|Copiar código/g,
	'names of languages in themselves': /Español|Português/g,
	'names of places': /Praça da Sé, 100, Sé, São Paulo|São Paulo|Brasília/g,
	'words that are read in answers': /_(Sim, confirmo!|Sim|Não|nº 2|opção 2|não sei)_/g,
	'what people write in an example workflow': /`!sair`|_voltar_|SAIR/g,
	'names of groups': /Condomínio Jardim das Acácias|Bloco [AB]/g,
	'words to search the nodes panel for': /"grupos"/g,
};

/** Words that no Portuguese sentence does without, and those that examples were made of. */
const WORDS =
	/(?<![\p{L}/.-])(uma|da|das|dos|na|nas|nos|para|pela|pelo|por|que|seu|sua|você|sim|sair|voltar|lista|sexta|segunda|bloco|aviso|avisos|bolo|caneca|cardapio|cliente|contato|copiar|desconto|fatura|futebol|grupos|loja|padaria|pedido|tecnologia|atendimento)(?![\p{L}-])/giu;
const ACCENTS = /\p{L}*[À-ÖØ-öø-ÿ]\p{L}*/gu;

/** @returns the words of a text that look Portuguese, apart from those that are meant */
function portugueseIn(text: string): string[] {
	const rest = Object.values(MEANT).reduce((left, meant) => left.replace(meant, ' '), text);
	return [...(rest.match(ACCENTS) ?? []), ...(rest.match(WORDS) ?? [])];
}

/** Everything in a panel that somebody reads. */
function textsOf(part: unknown): string[] {
	if (Array.isArray(part)) return part.flatMap(textsOf);
	if (typeof part !== 'object' || part === null) return typeof part === 'string' ? [part] : [];
	return Object.values(part).flatMap(textsOf);
}

const panels: Record<string, INodeProperties[]> = {
	'the action node': resourceProperties,
	'the trigger': triggerProperties,
	'the credential': new Credential().properties,
};

const locators = (properties: INodeProperties[]): INodeProperties[] =>
	properties.flatMap((property) => [
		...(property.type === 'resourceLocator' ? [property] : []),
		...locators((property.options ?? []) as INodeProperties[]),
		...locators((property as { values?: INodeProperties[] }).values ?? []),
	]);

describe('English only', () => {
	it('knows Portuguese when it sees it', () => {
		expect(portugueseIn('e.g. Atendimento')).toEqual(['Atendimento']);
		expect(portugueseIn('e.g. Reunião das 9h, in Security (Segurança)')).toEqual([
			'Reunião',
			'das',
		]);
	});

	it.each(Object.entries(panels))('%s', (_name, properties) => {
		expect(textsOf(properties).flatMap(portugueseIn)).toEqual([]);
	});

	it('the pages', () => {
		const pages = findPages().filter((path) => path !== PORTUGUESE_GUIDE);
		const found = pages.map((path) => [path, portugueseIn(readFileSync(path, 'utf8'))] as const);
		expect(found.filter(([, words]) => words.length > 0)).toEqual([]);
	});
});

it('what is chosen from a list starts with the list, except for people, whose number is at hand', () => {
	const found = Object.values(panels).flatMap(locators);
	expect(found.length).toBeGreaterThan(10);
	const startsWith = found.map(({ name, modes = [], default: start }) => {
		const isPerson = modes.some((mode) => mode.name === 'phone');
		return { name, isPerson, mode: (start as { mode: string }).mode };
	});
	expect(startsWith).toEqual(
		startsWith.map((each) => ({ ...each, mode: each.isPerson ? 'phone' : 'list' })),
	);
});

it('what deletes says so, before and after', () => {
	const all = resources.flatMap(({ operations }) => operations);
	const saying = all.filter(({ description }) => description.startsWith('Delete '));
	expect(all.filter(({ deletes }) => deletes)).toEqual(saying);
	expect(saying.length).toBeGreaterThan(8);
});

it('no operation gives more than 10 fields at first', () => {
	const sizes = [...generate(resources, events, simplifyEvent)]
		.filter(([path]) => path.startsWith('nodes/ZApi/__schema__'))
		.map(([path, content]) => {
			const { properties = {} } = JSON.parse(content) as { properties?: object };
			return [path, Object.keys(properties).length] as const;
		});
	expect(sizes.length).toBeGreaterThan(150);
	expect(sizes.filter(([, size]) => size > 10)).toEqual([]);
});
