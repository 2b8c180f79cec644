import type { z } from "zod";
import type { ActionResult } from "@/lib/http/result";

/** An action that takes what a command's schema takes. */
export type Act<Schema extends z.ZodType, Result = unknown> = (
  input: z.input<Schema>,
) => Promise<ActionResult<Result>>;
