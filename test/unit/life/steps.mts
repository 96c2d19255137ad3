import fc from 'fast-check';
import { KEYS, type World } from './world.mts';

/** Something that happens, in words. */
export interface Step {
	text: string;
	happen: (world: World) => Promise<void> | void;
}

const index = fc.constantFrom<0 | 1>(0, 1);
const key = fc.constantFrom(...KEYS);
const slot = fc.constantFrom('ReceivedCallback', 'ReceivedAndDelivery', 'ConnectedCallback');
const NAMES = ['one', 'two'];

function ofNode(what: 'publish' | 'unpublish' | 'test' | 'endTest'): fc.Arbitrary<Step> {
	return fc.tuple(index, key).map(([n8n, node]) => ({
		text: `${what} ${node} in ${NAMES[n8n]}`,
		happen: async (world) => await world.n8ns[n8n][what](node),
	}));
}

function ofN8n(what: 'kill' | 'start' | 'wait'): fc.Arbitrary<Step> {
	return index.map((n8n) => ({
		text: `${what} ${NAMES[n8n]}`,
		happen: async (world) => {
			await world.n8ns[n8n][what]();
		},
	}));
}

const move = fc.tuple(index, fc.boolean()).map(
	([n8n, isKept]): Step => ({
		text: `move ${NAMES[n8n]}${isKept ? ', its old host leads there, too' : ''}`,
		happen: (world) => world.move(world.n8ns[n8n], isKept),
	}),
);

const copy = fc.constant<Step>({
	text: 'copy the database of one to two',
	happen: (world) => world.copy(),
});

const foreign = fc.tuple(slot, fc.boolean()).map(
	([name, isSet]): Step => ({
		text: `another program ${isSet ? 'sets' : 'removes'} ${name}`,
		happen: (world) => world.setForeign(name, isSet),
	}),
);

/** What happens around a trigger, the usual more often. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 4, arbitrary: ofNode('publish') },
	{ weight: 2, arbitrary: ofNode('unpublish') },
	{ weight: 2, arbitrary: ofNode('test') },
	{ weight: 2, arbitrary: ofNode('endTest') },
	{ weight: 3, arbitrary: ofN8n('kill') },
	{ weight: 4, arbitrary: ofN8n('start') },
	{ weight: 2, arbitrary: ofN8n('wait') },
	{ weight: 2, arbitrary: move },
	{ weight: 1, arbitrary: copy },
	{ weight: 1, arbitrary: foreign },
);
