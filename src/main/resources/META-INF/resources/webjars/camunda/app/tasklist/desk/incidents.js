// Beside the button that sends a form about an incident: the way to its page, where each text is seen as it will be read.

import { el } from '/kit/dom.js';
import { completeButton, onPage, taskId } from './page.js';
import { incidentOf, incidentsAddress } from './server.js';

const anchor = el('a', { target: '_blank', rel: 'noopener' }, 'Посмотреть, как прочтёт каждый');
const bar = el('div.desk-limits', {}, anchor);
let open = null;
let incident = null;

async function follow() {
  const current = taskId();
  if (current !== open) {
    open = current;
    incident = null;
    bar.remove();
    const found = current && (await incidentOf(current).catch(() => null));
    if (open !== current) return;
    incident = found;
  }
  const actions = incident && completeButton()?.parentElement;
  if (!actions || actions.contains(bar)) return;
  anchor.href = `${incidentsAddress}#${incident}`;
  actions.prepend(bar);
}

export const showIncident = () => onPage(follow);
