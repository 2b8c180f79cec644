import type { GeneratorFloors } from "@/lib/domain/policy/combining";
import { randomBelow } from "@/lib/vault/random-below";

// Letters, digits and signs, without those that look alike when they are read off.
const classes = {
  upper: "ABCDEFGHJKLMNPQRSTUVWXYZ",
  lower: "abcdefghijkmnopqrstuvwxyz",
  numbers: "23456789",
  special: "!#$%&*+-=?@_",
} as const;
const alphabet = Object.values(classes).join("");

const usualLength = 20;

/**
 * A random password of at least 20 characters, each chosen evenly. 20 of them are about 122 bits.
 *
 * @param floors what organizations ask at least: as much of each kind is in it, at places that are chosen evenly too.
 */
export function generatePassword(floors: GeneratorFloors | null = null): string {
  const needed = floors ? neededBy(floors) : [];
  const length = Math.max(usualLength, floors?.minLength ?? 0, needed.length);
  const rest = Array.from({ length: length - needed.length }, () => alphabet);
  return shuffled([...needed, ...rest].map(oneOf)).join("");
}

/** The classes from which characters have to come, one entry for each such character. */
function neededBy({ minNumbers, minSpecial, needs }: GeneratorFloors): string[] {
  const times = (count: number, from: string): string[] => Array.from({ length: count }, () => from);
  return [
    ...times(Number(needs.upper), classes.upper),
    ...times(Number(needs.lower), classes.lower),
    ...times(Math.max(minNumbers, Number(needs.numbers)), classes.numbers),
    ...times(Math.max(minSpecial, Number(needs.special)), classes.special),
  ];
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
