import { call } from '/kit/api.js';

const one = (answer, what) => `/api/contact-center/answers/${encodeURIComponent(answer.id)}/${what}`;

export const answers = () => call('GET', '/api/contact-center/answers');
export const requests = () => call('GET', '/api/contact-center/requests?open');
export const assign = (answer, requestId) => call('POST', one(answer, 'assign'), { requestId });
export const dismiss = (answer) => call('POST', one(answer, 'dismiss'));
