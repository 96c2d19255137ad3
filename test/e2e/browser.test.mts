import { shareEditor } from './session.mts';
import './editor/discovery.mts';
import './editor/credential.mts';
import './editor/panel.mts';
import './editor/running.mts';
import './editor/production.mts';
import './editor/aiTool.mts';
import './editor/manyNumbers.mts';
import './editor/pictures.mts';
import './phone/asking.mts';
import './phone/attendant.mts';
import './phone/campaign.mts';
import './trigger/publishing.mts';
import './trigger/posted.mts';
import './trigger/panel.mts';
// They restart n8n, and leave workflows published.
import './questions/buttons.mts';
import './questions/pages.mts';
import './questions/review.mts';
import './questions/words.mts';
import './questions/many.mts';
// By now, n8n has had the minute that it takes.
import './questions/timeLimit.mts';

shareEditor();
