import { randomBelow } from "@/lib/vault/random-below";
import { capitalized, loadWords } from "@/lib/vault/random-words";

export const usernameKinds = ["word", "plus", "catchAll"] as const;

export type UsernameWishes = {
  kind: (typeof usernameKinds)[number];
  capitalize: boolean;
  includeNumber: boolean;
  /** Of the plus-addressed kind: the mailbox that it is an address of. */
  email: string;
  /** Of the catch-all kind: the domain whose every address arrives. */
  domain: string;
};

const characters = "abcdefghijkmnpqrstuvwxyz23456789";
const randomPart = () =>
  Array.from({ length: 8 }, () => characters[randomBelow(characters.length)] ?? "").join("");

/**
 * A username: a random word, an address of one's own mailbox with a random part after a plus, or a random address of
 * a domain. An empty text where what it is made of is missing.
 */
export async function generateUsername(wishes: UsernameWishes): Promise<string> {
  if (wishes.kind === "plus") {
    const at = wishes.email.trim().lastIndexOf("@");
    const [name, domain] = [wishes.email.trim().slice(0, at), wishes.email.trim().slice(at + 1)];
    return at > 0 && domain ? `${name}+${randomPart()}@${domain}` : "";
  }
  if (wishes.kind === "catchAll") {
    const domain = wishes.domain.trim().replace(/^@/, "");
    return domain ? `${randomPart()}@${domain}` : "";
  }
  const word = (await loadWords())();
  const number = wishes.includeNumber ? String(randomBelow(10_000)).padStart(4, "0") : "";
  return (wishes.capitalize ? capitalized(word) : word) + number;
}
