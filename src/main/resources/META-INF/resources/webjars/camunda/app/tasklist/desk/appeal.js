// The appeal behind the open task, as the server last told it. The pane asks for it; whoever stands beside the form reads it here.

/** `task` is the open task, or null; `file` is null until the server has answered. */
export const appeal = { task: null, file: null };

let ask = async () => {};

/** Says who asks the server. */
export const askWith = (asking) => (ask = asking);

/** Asks the server anew. */
export const refresh = () => ask();

const known = (task) => (task === appeal.task ? appeal.file : null);

/** The case that the task belongs to; null until it is known. */
export const caseOf = (task) => known(task)?.caseId || null;

/** The platform of the task's case; null until it is known. */
export const platformOf = (task) => known(task)?.platform || null;

/** Where an answer to the task's case may go; null until it is known. */
export const placeOf = (task) => known(task)?.place || null;
