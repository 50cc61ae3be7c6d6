// The answer as it is written, kept on the server: a closed tab or a broken computer loses a second of it at most.

import { claimState, onPage, taskId } from './page.js';
import { caseOf, draftOf, refresh } from './pane.js';
import { replyArea, type } from './reply.js';
import { putDraft } from './server.js';

const pause = 1000;

let task = null;
let version = 0;
let timer = 0;
let saving = null;

/** The first time that a task's own field is on the page it gets what the server has kept. */
function begin() {
  const area = replyArea();
  const kept = draftOf(taskId());
  if (!area || area.disabled || !kept || claimState() !== 'mine' || task === taskId()) return;
  task = taskId();
  version = kept.version;
  if (kept.text && kept.text !== area.value) type(area, kept.text);
}

function later(event) {
  if (event.target !== replyArea() || task !== taskId()) return;
  clearTimeout(timer);
  timer = setTimeout(save, pause);
}

async function save() {
  const area = replyArea();
  const caseId = caseOf(task);
  if (!area || !caseId || task !== taskId()) return;
  if (saving) await saving;
  saving = putDraft(caseId, { text: area.value, version })
    .then((kept) => (version = kept.version))
    .catch(async (failure) => {
      if (failure.status !== 409) return;
      // Somebody else has this case open too: what is on this screen stays, and is saved over theirs next time.
      await refresh();
      version = draftOf(task)?.version ?? version;
    });
  await saving;
  saving = null;
}

export function keepDrafts() {
  onPage(begin);
  setInterval(begin, 1000);
  document.addEventListener('input', later);
  addEventListener('pagehide', save);
}
