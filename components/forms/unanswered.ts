"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import type { Failure } from "@/lib/http/result";

/** Why an action had no answer: the server was updated under an open page, or cannot be reached. */
export const unanswered = (error: unknown): Failure => ({
  code: unstable_isUnrecognizedActionError(error) ? "outdated_page" : "unreachable",
});
