/** Where questions are asked: an address for each begins so. */
export const questionsAt = "/api/questions/";
/** Where parts of files come and go. */
export const attachmentsAt = "/api/attachments/";

/** Whether a request is one of a page that acts or asks: a server action, a question, or a part of a file. */
export const isActOrQuestion = (to: RequestInfo | URL, init: RequestInit | undefined): boolean =>
  new Headers(init?.headers).has("next-action") ||
  (typeof to === "string" && [questionsAt, attachmentsAt].some((at) => to.startsWith(at)));
