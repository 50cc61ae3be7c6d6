// Above a form about an incident: the way to its page, where each text is seen as its reader will see it.

import { el } from './dom.js';
import { formPane, onPage, taskId } from './page.js';
import { incidentOf, incidentsAddress } from './server.js';

const anchor = el('a', { target: '_blank', rel: 'noopener' }, 'Посмотреть, как прочтёт каждый');
const bar = el('div.desk-incident', {}, anchor, el('span', {}, ' — там же видно, как идёт рассылка, и её можно остановить.'));
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
  const form = incident && formPane()?.querySelector('[cam-tasklist-form]');
  if (!form || form.previousElementSibling === bar) return;
  anchor.href = `${incidentsAddress}#${incident}`;
  form.before(bar);
}

export const showIncident = () => onPage(follow);
