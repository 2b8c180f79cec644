/** Where questions are asked: an address for each begins so. */
export const questionsAt = "/api/questions/";

/** Whether a request is one of a page that acts or asks: a server action, or a question. */
export const isActOrQuestion = (to: RequestInfo | URL, init: RequestInit | undefined): boolean =>
  new Headers(init?.headers).has("next-action") || (typeof to === "string" && to.startsWith(questionsAt));
