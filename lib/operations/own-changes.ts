import "server-only";
import { changedInForm, changedMeanwhile } from "@/lib/domain/meanwhile";
import { InvalidFields, Refused } from "@/lib/operations/errors";

type Texts = Readonly<Record<string, string | null | undefined>>;

/**
 * What a form changes of what is now, so that nothing is written back that somebody else has changed since it was shown.
 *
 * @param shown what the form began with; left out by whoever has no screen, and then everything is written.
 * @throws {InvalidFields} `changed_meanwhile` for each field that both have changed, with what it is now.
 */
export function ownChanges<To extends Texts>(to: To, shown: Texts | undefined, now: Texts): Partial<To> {
  const [first, ...more] = changedMeanwhile(to, shown ?? {}, now).map((field) => {
    const text = now[field] ?? "";
    const values = { is: text === "" ? "empty" : "text", now: text };
    return { field, code: "changed_meanwhile" as const, values };
  });
  if (first) throw new InvalidFields(first, ...more);
  return changedInForm(to, shown);
}

/**
 * The same for a text that is sealed, which no message can name, and which is another one each time that it is sealed.
 *
 * @throws {Refused} `changed_meanwhile` when it is not the one any more that the form began with.
 */
export function assertStillSealed(shown: string | undefined, now: string): void {
  if (shown !== undefined && shown !== now) throw new Refused("changed_meanwhile", { is: "sealed", now: "" });
}
