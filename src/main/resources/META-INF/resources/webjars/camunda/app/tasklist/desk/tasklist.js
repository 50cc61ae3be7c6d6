// Tasklist loads this file; see config.js. Everything of ours in Tasklist starts here.

import { cardPlugin } from './cards.js';
import { showPublishing } from './channels.js';
import { keepDrafts } from './draft.js';
import { countFilters } from './filters.js';
import { showIncident } from './incidents.js';
import { showKnowledge } from './knowledge.js';
import { forgetHiddenFaults } from './hidden.js';
import { offerLanguages } from './language.js';
import { goOnAfterCompletion } from './next.js';
import { showLimits } from './limits.js';
import { showUnsettled } from './outside.js';
import { dockConversation } from './pane.js';
import { helpToReply } from './reply.js';
import { showRules } from './rules.js';
import { sortByDeadline } from './sorting.js';
import { speakRussian } from './words.js';

speakRussian();
sortByDeadline();
dockConversation();
helpToReply();
showLimits();
showRules();
forgetHiddenFaults();
keepDrafts();
goOnAfterCompletion();
countFilters();
offerLanguages();
showPublishing();
showKnowledge();
showIncident();
showUnsettled();

export default [cardPlugin];
