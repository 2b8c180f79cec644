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

/** There is no such thing, or the actor must not know that there is. Both get the same answer. */
export class NotFound extends Error {
  constructor() {
    super("not_found");
    this.name = "NotFound";
  }
}

/** Fields of a well-formed input that cannot be taken, by path (`emails.3`), for reasons only the database knows. */
export class InvalidFields extends Error {
  readonly fields: readonly InvalidField[];

  constructor(first: InvalidField, ...more: InvalidField[]) {
    super([first, ...more].map(({ field, code }) => `${field}: ${code}`).join(", "));
    this.name = "InvalidFields";
    this.fields = [first, ...more];
  }
}

type InvalidField = { field: string; code: Refusal; values?: Values };

/** Whether an error is a "no" that a person may be told. Any other error is a fault of the program. */
export const isExpected = (error: unknown): error is Refused | NotFound | InvalidFields =>
  error instanceof Refused || error instanceof NotFound || error instanceof InvalidFields;
