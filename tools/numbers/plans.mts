import { createRequire } from 'node:module';
import { beginningsOf, crossed, either, setOf, type Beginnings } from './patterns.mts';

/** What a country has for one kind of number, such as mobiles, in libphonenumber's own arrays. */
type Kind = readonly unknown[] | null | undefined;

/** A country, or something with a calling code of its own, such as satellite phones. */
type Country = ReadonlyArray<unknown>;

interface Metadata {
	metadata: { countryToMetadata: Record<string, Country> };
}

/** Where libphonenumber keeps what: the numbers of the fields in its `phonemetadata.proto`. */
const FIELD = {
	landline: 2,
	mobile: 3,
	tollFree: 4,
	premium: 5,
	sharedCost: 6,
	personal: 7,
	voip: 8,
	callingCode: 10,
	trunkPrefix: 12,
	trunkPrefixForParsing: 15,
	pager: 21,
	uan: 25,
	voicemail: 28,
} as const;

const KIND = { pattern: 2, example: 6, lengths: 9, localLengths: 10 } as const;

const NATIONAL = [FIELD.landline, FIELD.mobile];

/** Numbers that companies are called at. They don't count when it is asked whose number something is. */
const UNWRITTEN = [FIELD.tollFree, FIELD.premium];

const OTHERS = [
	FIELD.sharedCost,
	FIELD.personal,
	FIELD.voip,
	FIELD.pager,
	FIELD.uan,
	FIELD.voicemail,
];

/** The numbers of one calling code. */
export interface Plan {
	/** Mobiles and landlines, without their calling code: each length with the first digits that belong to it. */
	national: string;
	/** Other numbers that a person may have: VoIP, personal numbers and so on. */
	others?: string;
	/** The digits that these numbers begin with; where a code has none of them, its other numbers. */
	first: string;
	/** The least and most digits of the same numbers. */
	lengths: [least: number, most: number];
	/** How many digits are dialled within an area, where that is fewer. */
	local?: number[];
	/** What is dialled before a number within the country, and isn't part of it. */
	trunk?: string;
	/** What may follow the trunk prefix: the code of the company that carries the call. */
	carriers?: string;
}

/** An example of a number, as libphonenumber gives it for each country and kind. */
export interface Example {
	country: string;
	kind: string;
	callingCode: string;
	number: string;
}

const require = createRequire(import.meta.url);

const countries = () =>
	Object.entries((require('google-libphonenumber') as Metadata).metadata.countryToMetadata);

const kindOf = (country: Country, field: number) => country[field] as Kind;
const patternIn = (country: Country, field: number) =>
	kindOf(country, field)?.[KIND.pattern] as string | undefined;

function numbersOf(group: Country[], fields: readonly number[]): Beginnings {
	const patterns = group.flatMap((country) =>
		fields.flatMap((field) => patternIn(country, field) ?? []),
	);
	return either(...patterns.map(beginningsOf));
}

/**
 * Carriers' codes, where what is dialled before a number is nothing but a zero and such a code. Other rules
 * (Argentina's 15) change the number itself, and aren't for us.
 */
function carriersOf(country: Country): string | undefined {
	const rule = country[FIELD.trunkPrefixForParsing];
	if (typeof rule !== 'string') return undefined;
	const [, carriers] =
		/^0\(([^$]+)\)\?$/.exec(rule) ??
		/^\(\?:0\|90\)\(\?:\(([^$]+)\)\(\\d\{10,11\}\)\)\?$/.exec(rule) ??
		[];
	return carriers?.replace(/(?<!\\)\((?!\?)/g, '(?:');
}

function planOf(group: Country[]): Plan {
	const national = numbersOf(group, NATIONAL);
	const others = numbersOf(group, OTHERS);
	const usual = [national, others, numbersOf(group, UNWRITTEN)].find(({ size }) => size > 0)!;
	const lengths = [...usual.keys()].sort((one, other) => one - other);
	const [main] = group;
	const local =
		group.length > 1
			? []
			: NATIONAL.flatMap(
					(field) => (kindOf(main!, field)?.[KIND.localLengths] as number[] | undefined) ?? [],
				);
	const trunk = main![FIELD.trunkPrefix];
	const carriers = carriersOf(main!);
	return {
		national: crossed(national),
		...(others.size > 0 && { others: crossed(others) }),
		first: setOf([...usual.values()].flatMap((all) => [...all].map((one) => one.charAt(0)))),
		lengths: [lengths[0]!, lengths.at(-1)!],
		...(local.length > 0 && { local: [...new Set(local)].sort((one, other) => one - other) }),
		...(typeof trunk === 'string' && { trunk }),
		...(carriers !== undefined && { carriers }),
	};
}

/** @returns the plans of all calling codes, from the metadata of libphonenumber */
export function numberingPlans(): Record<string, Plan> {
	const groups = new Map<string, Country[]>();
	for (const [, country] of countries()) {
		const code = String(country[FIELD.callingCode]);
		const group = groups.get(code) ?? [];
		// Field 22 says which of several countries with one calling code is the main one.
		if (country[22] === 1) group.unshift(country);
		else group.push(country);
		groups.set(code, group);
	}
	const sorted = [...groups].sort(([one], [other]) => one.localeCompare(other));
	return Object.fromEntries(sorted.map(([code, group]) => [code, planOf(group)]));
}

/** @returns an example of each kind of number of each country */
export function exampleNumbers(): Example[] {
	return countries().flatMap(([country, fields]) =>
		Object.entries(FIELD).flatMap(([kind, field]) => {
			const number = Array.isArray(fields[field]) && kindOf(fields, field)?.[KIND.example];
			if (typeof number !== 'string') return [];
			return [{ country, kind, callingCode: String(fields[FIELD.callingCode]), number }];
		}),
	);
}
