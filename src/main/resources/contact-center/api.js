import { call } from '/channels/page/call.js';

const one = (answer, what) => `/contact-center/answers/${encodeURIComponent(answer.id)}/${what}`;

export const answers = () => call('GET', '/contact-center/answers');
export const requests = () => call('GET', '/contact-center/requests?open');
export const assign = (answer, requestId) => call('POST', one(answer, 'assign'), { requestId });
export const dismiss = (answer) => call('POST', one(answer, 'dismiss'));
