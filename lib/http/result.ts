import type { Refusal } from "@/lib/domain/refusal";

/** Values that complete a message, such as a limit or an e-mail address. Never a secret. */
export type MessageValues = Record<string, string | number>;

export type FieldIssue = { code: string; values?: MessageValues };

/** Why an act did not happen, as codes: the person's language is chosen where it is shown. */
export type Failure = {
  code:
    | Refusal
    | "invalid"
    | "not_found"
    | "unexpected"
    | "unreachable"
    | "outdated_page"
    | "unavailable"
    | "vault_locked";
  values?: MessageValues;
  /** By path of the input, for example `seats` or `emails.3`. */
  fields?: Record<string, FieldIssue[]>;
  /** An id for support, the same as in the server's log. */
  id?: string;
};

/** The digest of an error by which the browser knows that the database is away. */
export const outageDigest = "database_away";

export type ActionResult<Result> = { ok: true; result: Result } | { ok: false; failure: Failure };

/**
 * A server action as components are handed it: it takes what a command or a question takes, and answers what became of
 * it.
 */
export type Act<Input, Result = unknown> = (input: Input) => Promise<ActionResult<Result>>;
