import type { PasswordRequirements } from "@/lib/domain/policy/combining";

export const requirements = ["length", "strength", "upper", "lower", "numbers", "special"] as const;
export type Requirement = (typeof requirements)[number];

/** What organizations ask of a master password. */
export const askedOf = (asked: PasswordRequirements): Requirement[] => {
  const isAsked: Record<Requirement, boolean> = {
    length: asked.minLength !== null,
    strength: asked.minComplexity !== null && asked.minComplexity > 0,
    upper: asked.requireUpper,
    lower: asked.requireLower,
    numbers: asked.requireNumbers,
    special: asked.requireSpecial,
  };
  return requirements.filter((requirement) => isAsked[requirement]);
};

/**
 * What of it a password lacks. `length` counts characters, as people do.
 *
 * @param score how hard it is to guess, 0 to 4; null where nothing can say it, and then nothing is asked of it.
 */
export function lackedBy(password: string, score: number | null, asked: PasswordRequirements): Requirement[] {
  const has: Record<Requirement, boolean> = {
    length: [...password].length >= (asked.minLength ?? 0),
    strength: score === null || score >= (asked.minComplexity ?? 0),
    upper: /\p{Lu}/u.test(password),
    lower: /\p{Ll}/u.test(password),
    numbers: /\p{Nd}/u.test(password),
    special: /[!@#$%^&*]/u.test(password),
  };
  return askedOf(asked).filter((requirement) => !has[requirement]);
}
