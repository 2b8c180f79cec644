import "server-only";
import { log } from "@/lib/log";
import { describeError, framesOf } from "@/lib/log/describe-error";

/** Something that a part of this process printed past the log. See scripts/lib/output.mjs. */
export type Printed = {
  /** Such as `console.error`, `stdout` or `warning`. */
  by: string;
  values: unknown[];
  /** Where it was printed from. */
  stack: string;
  /** Its words, while nobody could have typed anything yet. */
  text?: string;
};

/**
 * Makes a line of the log out of what a library printed. Next and next-auth print whole errors, addresses
 * and headers: of all that the line keeps which errors there were and from where it was printed, and no words.
 */
export function logPrinted({ by, values, stack, text }: Printed): void {
  const errors = values.filter((value) => value instanceof Error).map((error) => describeError(error));
  const fields = { by, ...(text && { text }), ...(errors.length > 0 && { errors }), at: ownLinesOf(stack) };
  log()[levelOf(by)](fields, "printed by a library");
}

function levelOf(by: string) {
  if (by === "console.error" || by === "stderr") return "error";
  if (by === "console.warn" || by === "warning") return "warn";
  return "debug";
}

/** The lines of the stack that are the program's own: Next wraps the console more than once. */
const ownLinesOf = (stack: string) =>
  framesOf(stack).filter((line) => !/^node:|\/node-environment-extensions\//.test(line));
