import { answerOrderStatus } from './answerOrderStatus.mts';
import { answerWithAi } from './answerWithAi.mts';
import { archiveQuietChats } from './archiveQuietChats.mts';
import { askBeforeUnlinking } from './askBeforeUnlinking.mts';
import { askInWords } from './askInWords.mts';
import { attendant } from './attendant.mts';
import { campaignFromTable } from './campaignFromTable.mts';
import { campaignOptOut } from './campaignOptOut.mts';
import { communityHousekeeping } from './communityHousekeeping.mts';
import { contactsFromTable } from './contactsFromTable.mts';
import { feedChannelFromRss } from './feedChannelFromRss.mts';
import { forwardVoiceNote } from './forwardVoiceNote.mts';
import { freeTextAnswer } from './freeTextAnswer.mts';
import { reminders } from './reminders.mts';
import type { ExampleRun } from './run.mts';
import { sendQrCodeWhenDisconnected } from './sendQrCodeWhenDisconnected.mts';
import { tellTeamWhenDisconnected } from './tellTeamWhenDisconnected.mts';
import { unlinkChosenGroups } from './unlinkChosenGroups.mts';
import { unlinkFromForm } from './unlinkFromForm.mts';
import { unlinkGroupFromWebhook } from './unlinkGroupFromWebhook.mts';
import { unlinkGroupOnCommand } from './unlinkGroupOnCommand.mts';
import { welcomeNewParticipants } from './welcomeNewParticipants.mts';

/** How each example is run and checked. */
export const RUNS: readonly ExampleRun[] = [
	unlinkChosenGroups,
	unlinkGroupFromWebhook,
	communityHousekeeping,
	unlinkGroupOnCommand,
	askBeforeUnlinking,
	unlinkFromForm,
	tellTeamWhenDisconnected,
	sendQrCodeWhenDisconnected,
	answerWithAi,
	attendant,
	welcomeNewParticipants,
	campaignFromTable,
	campaignOptOut,
	contactsFromTable,
	forwardVoiceNote,
	freeTextAnswer,
	askInWords,
	reminders,
	answerOrderStatus,
	archiveQuietChats,
	feedChannelFromRss,
];
