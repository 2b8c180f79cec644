import type { PasswordRequirements } from "@/lib/domain/policy/combining";
import { randomBelow } from "@/lib/vault/random-below";
import { capitalized, loadWords } from "@/lib/vault/random-words";

/** Five words of some 7,770 carry 64 bits. */
const usualWords = 5;

export type Asked = Pick<
  PasswordRequirements,
  "minLength" | "requireUpper" | "requireNumbers" | "requireSpecial"
>;

/**
 * A password that is easily told by voice: words of the list that fingerprint phrases use, joined by hyphens. Where more
 * is asked, the first word begins with a capital, a digit comes last, and then an exclamation mark.
 */
export async function makeTemporaryPassword(asked: Asked | null): Promise<string> {
  const draw = await loadWords();
  const chosen: string[] = [];
  const end = asked ? endOf(asked) : "";
  const tooShort = () => chosen.join("-").length + end.length < (asked?.minLength ?? 0);
  while (chosen.length < usualWords || tooShort()) chosen.push(draw());
  const text = chosen.join("-") + end;
  return asked?.requireUpper ? capitalized(text) : text;
}

const endOf = ({ requireNumbers, requireSpecial }: Asked): string =>
  `${requireNumbers ? `-${randomBelow(10)}` : ""}${requireSpecial ? "!" : ""}`;
