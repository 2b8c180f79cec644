import type { Refusal } from "@/lib/domain/refusal";

type Values = Record<string, string | number>;

/** The operation is understood and not allowed, or not now. `values` complete the message; never a secret. */
export class Refused extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly values?: Values,
  ) {
    super(refusal);
    this.name = "Refused";
  }
}

/** There is no such thing, or the actor must not learn that there is. The two answer alike. */
export class NotFound extends Error {
  constructor() {
    super("not_found");
    this.name = "NotFound";
  }
}

/** One field of a well-formed input cannot be taken, for a reason only the database knows. */
export class InvalidField extends Error {
  constructor(
    readonly field: string,
    readonly code: Refusal,
    readonly values?: Values,
  ) {
    super(`${field}: ${code}`);
    this.name = "InvalidField";
  }
}
