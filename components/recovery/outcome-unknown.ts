import type { Failure } from "@/lib/http/result";

const unknown = new Set<Failure["code"]>(["unreachable", "unavailable", "unexpected"]);

/** Whether the server may have done it all the same: its answer was lost, or it failed in the middle. */
export const isOutcomeUnknown = ({ code }: Failure): boolean => unknown.has(code);
