import { type Refusal, refusals } from "@/lib/domain/refusal";
import type { Failure } from "@/lib/http/result";

/** The codes that have a text in the namespace `refusal`. */
export type RefusalText = Failure["code"];

const known: readonly string[] = Object.keys(refusals);

export const isRefusalText = (code: string): code is Refusal => known.includes(code);
