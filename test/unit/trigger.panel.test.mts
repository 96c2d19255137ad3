import { readFileSync } from 'node:fs';
import { NodeHelpers } from 'n8n-workflow';
import type {
	IDataObject,
	INodeParameters,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { ALL_EVENTS, events } from '../../nodes/ZApiTrigger/events.ts';
import { triggerProperties } from '../../nodes/ZApiTrigger/properties.ts';
import { ZApiTrigger } from '../../nodes/ZApiTrigger/ZApiTrigger.node.ts';

const { description } = new ZApiTrigger();

/** What the editor keeps of the panel each time that something in it is changed. */
function kept(parameters: IDataObject): INodeParameters | null {
	const all = { events: [ALL_EVENTS], ...parameters } as INodeParameters;
	return NodeHelpers.getNodeParameters(triggerProperties, all, false, false, null, description);
}

const collections = triggerProperties.filter(({ type }) => type === 'collection');
const added = collections.flatMap(({ name, options = [] }) =>
	(options as INodeProperties[]).map((option) => ({ name, option })),
);

describe('what is added and left as it is', () => {
	it.each(added)('stays when the next one is added: $option.displayName', ({ name, option }) => {
		// The editor starts a list of entries with none, whatever its default is.
		const hasEntries = option.typeOptions?.multipleValues === true;
		const value = option.type === 'fixedCollection' && hasEntries ? {} : option.default;
		const parameters = { downloadMedia: true, [name]: { [option.name]: value } };
		expect(kept(parameters)).toMatchObject({ [name]: { [option.name]: value } });
	});

	it('stays in the list of chats, for the words that refuse it', () => {
		const chats = { values: [{ chatId: { __rl: true, mode: 'list', value: '' } }] };
		expect(kept({ chats, filters: { textContains: '' } })).toMatchObject({
			chats: { values: [{}] },
		});
	});
});

describe('the panel', () => {
	it('says before it is in the way what will be', () => {
		const notice = triggerProperties.find(({ type }) => type === 'notice')?.displayName;
		expect(notice).toContain('public https:// address');
		expect(notice).toContain('one address per event');
		expect(notice).toContain('Replace Existing Addresses under Options');
	});

	it('says while it listens what to do', () => {
		const what = 'trigger an event: for example, send a WhatsApp message to your number';
		expect(description.eventTriggerDescription).toContain(what);
		expect(description.triggerPanel).toMatchObject({
			executionsHelp: expect.stringContaining(what) as string,
		});
	});

	it('has the kinds of messages that the guide names', () => {
		const filters = triggerProperties.find(({ name }) => name === 'filters')?.options ?? [];
		const { options = [] } = (filters as INodeProperties[]).find(
			({ name }) => name === 'messageKinds',
		) as INodeProperties;
		const [, row = ''] =
			/^\| `kind` +\|(.*)\|$/m.exec(readFileSync('docs/trigger.md', 'utf8')) ?? [];
		const named = [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name);
		expect(named.sort()).toEqual(
			(options as INodePropertyOptions[]).map(({ value }) => value).sort(),
		);
	});

	it('calls the events in the subtitle what the list calls them', () => {
		for (const { name, value } of [{ name: 'All Events', value: ALL_EVENTS }, ...events]) {
			expect(description.subtitle).toContain(`"${value}":"${name}"`);
		}
	});
});

// For a node of version 1, n8n evaluates an expression of its own for each event.
it('is new in a version that n8n does not take for an old one', () => {
	expect(description.defaultVersion).toBeGreaterThan(1);
	expect(description.version).toContain(description.defaultVersion);
});
