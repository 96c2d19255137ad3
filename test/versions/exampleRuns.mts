import {
	runAgentExample,
	runCampaignExample,
	runVoiceNoteExample,
	runWelcomeExample,
} from '../launcher/conversations.mts';
import type { Launched } from '../launcher/launch.mts';
import {
	runCommandExample,
	runDisconnectedExample,
	runHousekeepingExample,
	runUnlinkExample,
	runWebhookExample,
	type SmokeResult,
} from '../launcher/smoke.mts';

type Run = (
	parts: Pick<Launched, 'n8n' | 'workflows' | 'emulator'>,
	signal?: AbortSignal,
) => Promise<SmokeResult>;

/** How each example is run and looked at, by its file, in the order in which they run. */
export const EXAMPLE_RUNS = new Map<string, Run>([
	['unlink-chosen-groups.json', runUnlinkExample],
	['unlink-group-from-webhook.json', runWebhookExample],
	['community-housekeeping.json', runHousekeepingExample],
	['unlink-group-on-command.json', runCommandExample],
	['tell-team-when-disconnected.json', runDisconnectedExample],
	['answer-with-ai.json', runAgentExample],
	['welcome-new-participants.json', runWelcomeExample],
	['campaign-from-table.json', runCampaignExample],
	['forward-voice-note.json', runVoiceNoteExample],
]);
