import { unstable_rethrow } from "next/navigation";
import { Cancelled } from "@/components/forms/cancelled";
import { unanswered } from "@/components/forms/unanswered";
import type { ActionResult } from "@/lib/http/result";

/** An action outside a form: one that never answers is `unreachable`. `Cancelled` passes. */
export async function reach<Result>(acting: Promise<ActionResult<Result>>): Promise<ActionResult<Result>> {
  try {
    return await acting;
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    unstable_rethrow(error);
    return { ok: false, failure: unanswered(error) };
  }
}
