// How the page writes times.

import { brief } from '/kit/format.js';

export const instant = (iso) => (iso ? brief(iso) : 'ещё не было');
