import type { PasswordRequirements } from "@/lib/domain/policy/combining";
import { randomBelow } from "@/lib/vault/random-below";

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
  // The list of words is 60 kB: it is loaded when somebody recovers an account.
  const { default: list } = await import("@/lib/crypto/eff-large-wordlist.json");
  // With a hyphen in a word, nobody could say how many words there are.
  const words = list.filter((word) => !word.includes("-"));
  const chosen: string[] = [];
  const end = asked ? endOf(asked) : "";
  const tooShort = () => chosen.join("-").length + end.length < (asked?.minLength ?? 0);
  while (chosen.length < usualWords || tooShort()) chosen.push(words[randomBelow(words.length)] ?? "");
  const text = chosen.join("-") + end;
  return asked?.requireUpper ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

const endOf = ({ requireNumbers, requireSpecial }: Asked): string =>
  `${requireNumbers ? `-${randomBelow(10)}` : ""}${requireSpecial ? "!" : ""}`;
