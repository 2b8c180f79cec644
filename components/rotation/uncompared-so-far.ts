import type { KeyOfPerson } from "@/lib/vault/run-rotation";

const storedAs = (rotationId: string) => `trousseau-uncompared ${rotationId}`;

/** Two keys of one person are two to be named. */
const idOf = ({ userId, publicKey }: KeyOfPerson) => `${userId} ${publicKey}`;

/**
 * People whose keys this tab has sealed the next key for without having compared them, of one rotation. It outlives
 * the dialog and a reload: whoever goes on is not handed out again those who are staged.
 */
export function uncomparedSoFar(rotationId: string): KeyOfPerson[] {
  const text = window.sessionStorage.getItem(storedAs(rotationId));
  return text === null ? [] : JSON.parse(text);
}

/** Adds people, and answers all so far, each once. */
export function addUncompared(rotationId: string, people: readonly KeyOfPerson[]): KeyOfPerson[] {
  const all = new Map([...uncomparedSoFar(rotationId), ...people].map((person) => [idOf(person), person]));
  window.sessionStorage.setItem(storedAs(rotationId), JSON.stringify([...all.values()]));
  return [...all.values()];
}

export const forgetUncompared = (rotationId: string): void =>
  window.sessionStorage.removeItem(storedAs(rotationId));

/** Whether everybody of `now` was among those who were shown, with the same key. */
export function wereShown(now: readonly KeyOfPerson[], shown: readonly KeyOfPerson[]): boolean {
  const ids = new Set(shown.map(idOf));
  return now.every((person) => ids.has(idOf(person)));
}
