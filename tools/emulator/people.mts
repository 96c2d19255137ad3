import type { Participant } from './types.mts';

/** People for the groups: first name, full name, and a number that spells out that it isn't a real one. */
const PEOPLE: Array<[short: string, name: string, phone: string]> = [
	['Ana', 'Ana Souza', '5511900000001'],
	['Bruno', 'Bruno Carvalho', '5511900000002'],
	['Camila', 'Camila Ferreira', '5511900000003'],
	['Diego', 'Diego Araújo', '5511900000004'],
	['Eduarda', 'Eduarda Lima', '5511900000005'],
	['Fábio', 'Fábio Conceição', '5511900000006'],
	['Gabriela', 'Gabriela Nunes', '5511900000007'],
	['Heitor', 'Heitor Magalhães', '5511900000008'],
	['Iara', 'Iara Teixeira', '5511900000009'],
	['João', 'João Batista', '5511900000010'],
	['Larissa', 'Larissa Gonçalves', '5511900000011'],
	['Márcio', 'Márcio Brandão', '5511900000012'],
];

/**
 * Makes an ordinary member of a group, with names if the person is known.
 *
 * @param phone digits, or an id that ends with `@lid`
 */
export function member(phone: string): Participant {
	const [short, name] = PEOPLE.find((person) => person[2] === phone) ?? [];
	const names = short === undefined || name === undefined ? {} : { short, name };
	return { phone, isAdmin: false, isSuperAdmin: false, ...names };
}

/**
 * @param first where in the list of people to start, counted round and round
 * @param count how many
 * @returns the numbers of some people
 */
export function phonesOfPeople(first: number, count: number): string[] {
	const phoneAt = (index: number) => PEOPLE[index % PEOPLE.length]?.[2] ?? '';
	return Array.from({ length: count }, (_, index) => phoneAt(first + index));
}
