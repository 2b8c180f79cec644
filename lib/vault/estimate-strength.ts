import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";
import { dictionary as french } from "@zxcvbn-ts/language-fr";
import type { Strength, StrengthWarning } from "@/lib/vault/strength";

const commonPasswords = new Set(common["passwords-common"].map((password) => password.toLowerCase()));

// Without translations, a warning is its own key.
const estimator = new ZxcvbnFactory({
  graphs: adjacencyGraphs,
  dictionary: { ...common, ...english, ...french },
});

/**
 * Guesses as somebody would who knows the texts in `about`. Loads two megabytes of words, so it belongs into
 * the strength worker and never into a page.
 */
export function estimateStrength(password: string, about: string[]): Strength {
  const { score, feedback } = estimator.check(password, about.flatMap(wordsOf));
  const isListed = commonPasswords.has(password.toLowerCase());
  return { score, warning: feedback.warning as StrengthWarning | null, common: isListed || score < 2 };
}

/** Whoever makes a password of an e-mail address may take the whole, what stands before the @, or any word. */
const wordsOf = (text: string) =>
  [text, ...text.split("@"), ...text.split(/[^\p{L}\p{N}]+/u)].filter((word) => word !== "");
