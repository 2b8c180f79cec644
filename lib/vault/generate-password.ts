import type { GeneratorFloors } from "@/lib/domain/policy/combining";
import { randomBelow } from "@/lib/vault/random-below";

export const characterClasses = ["upper", "lower", "numbers", "special"] as const;
export type CharacterClass = (typeof characterClasses)[number];

/** Letters, digits and signs, without those that look alike when they are read off. */
const clear: Record<CharacterClass, string> = {
  upper: "ABCDEFGHJKLMNPQRSTUVWXYZ",
  lower: "abcdefghijkmnopqrstuvwxyz",
  numbers: "23456789",
  special: "!#$%&*+-=?@_",
};
const alike: Record<CharacterClass, string> = { upper: "IO", lower: "l", numbers: "01", special: "" };

export const passwordLengths = { min: 5, max: 128 } as const;
/** The most digits or signs that can be asked for by number. */
export const mostOfClass = 9;

export type PasswordWishes = {
  length: number;
  classes: Record<CharacterClass, boolean>;
  minNumbers: number;
  minSpecial: number;
  /** Also characters that look alike, such as 0 and O. */
  lookAlikes: boolean;
};

/** 20 characters of these are about 122 bits. */
export const usualPassword: PasswordWishes = {
  length: 20,
  classes: { upper: true, lower: true, numbers: true, special: true },
  minNumbers: 1,
  minSpecial: 1,
  lookAlikes: false,
};

/** What is made at least: what organizations ask, room for all that is asked for, and something to draw from. */
export function withinFloors(wishes: PasswordWishes, floors: GeneratorFloors | null): PasswordWishes {
  const { classes, minNumbers, minSpecial } = wishes;
  const asked = {
    upper: classes.upper || floors?.needs.upper === true,
    lower: classes.lower || floors?.needs.lower === true,
    numbers: classes.numbers || floors?.needs.numbers === true,
    special: classes.special || floors?.needs.special === true,
  };
  const isEmpty = characterClasses.every((name) => !asked[name]);
  const raised = {
    ...wishes,
    classes: isEmpty ? { ...asked, lower: true } : asked,
    minNumbers: asked.numbers ? Math.max(minNumbers, floors?.minNumbers ?? 0, 1) : 0,
    minSpecial: asked.special ? Math.max(minSpecial, floors?.minSpecial ?? 0, 1) : 0,
  };
  const length = Math.max(
    wishes.length,
    floors?.minLength ?? 0,
    passwordLengths.min,
    neededBy(raised).length,
  );
  return { ...raised, length };
}

/** A random password, each character and its place chosen evenly. At least as much of each class is in it as is asked. */
export function generatePassword(
  wishes: PasswordWishes = usualPassword,
  floors: GeneratorFloors | null = null,
): string {
  const raised = withinFloors(wishes, floors);
  const of = (name: CharacterClass) => clear[name] + (raised.lookAlikes ? alike[name] : "");
  const all = characterClasses
    .filter((name) => raised.classes[name])
    .map(of)
    .join("");
  const needed = neededBy(raised).map(of);
  const rest = Array.from({ length: raised.length - needed.length }, () => all);
  return shuffled([...needed, ...rest].map(oneOf)).join("");
}

/** The classes from which characters have to come, one entry for each such character. */
function neededBy({ classes, minNumbers, minSpecial }: PasswordWishes): CharacterClass[] {
  const counts = {
    upper: Number(classes.upper),
    lower: Number(classes.lower),
    numbers: minNumbers,
    special: minSpecial,
  };
  return characterClasses.flatMap((name) => Array.from({ length: counts[name] }, () => name));
}

const oneOf = (characters: string): string => characters[randomBelow(characters.length)] ?? "";

/** The same in an order of which each is as likely. */
function shuffled(characters: string[]): string[] {
  const order = [...characters];
  for (let last = order.length - 1; last > 0; last--) {
    const other = randomBelow(last + 1);
    [order[last], order[other]] = [order[other] ?? "", order[last] ?? ""];
  }
  return order;
}
