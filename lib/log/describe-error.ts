const mostFrames = 8;
const word = /^[\w$ .-]{1,60}$/;

/** What the log keeps of an error. */
export type DescribedError = {
  name: string;
  /** A driver's or Node's own code, such as `23505` or `ECONNREFUSED`. */
  code?: string;
  /** Next's number for an error that a page shows instead of its text. */
  digest?: string;
  at?: string[];
  cause?: DescribedError;
};

/** The kind of an error, and where it came up. Its message may quote what somebody typed, so that is left out. */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, digest } = error as { code?: unknown; digest?: unknown };
  const at = framesOf(error.stack ?? "", `${error.message}`);
  return {
    name: word.test(error.name) ? error.name : "Error",
    ...(isWord(code) && { code: `${code}` }),
    ...(isWord(digest) && { digest: `${digest}` }),
    ...(at.length > 0 && { at }),
    ...(error.cause !== undefined && depth < 3 && { cause: describeError(error.cause, depth + 1) }),
  };
}

const isWord = (value: unknown) =>
  (typeof value === "string" || typeof value === "number") && word.test(`${value}`);

const frame =
  /^\s*at (?:async )?(?:.{1,120} \()?((?:file:|node:|\/|[A-Z]:\\|\.{0,2}\/)[^()\s]{1,200}:\d+:\d+)\)?$/;

/**
 * The lines of a stack, outermost last. The message stands above them and may have lines of its own that look
 * like them, so it is taken out first.
 */
export function framesOf(stack: string, message = ""): string[] {
  const end = message ? stack.indexOf(message) + message.length : 0;
  return stack
    .slice(Math.max(0, end))
    .split("\n")
    .map((line) => frame.exec(line)?.[1])
    .filter((line) => line !== undefined)
    .slice(0, mostFrames);
}
