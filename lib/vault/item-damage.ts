import { uriChecksum } from "@/lib/crypto/uri-checksum";
import type { LoginItem, SealedLogin } from "@/lib/vault/item";
import { toFields } from "@/lib/vault/item-codec";

const parts = ["name", "username", "password", "totp", "notes"] as const;
type Part = (typeof parts)[number];

/**
 * Something of a login that is not as it was sealed. `damaged`: its ciphertext does not open. `moved`: it opens,
 * and was sealed for another place. `copied`: another item has the same key, so that one of the two was put
 * together from parts of the other. Websites are counted from 1.
 */
export type Damage =
  | { part: Part; what: "damaged" | "moved" }
  | { part: "website"; number: number; what: "damaged" | "moved" }
  | { part: "item"; what: "copied" };

/**
 * Gives opened fields their names, without those that are damaged or moved, and says which those are. `opened`
 * has the order of `toFields`; null stands where a field is empty or does not open.
 */
export function readLogin(
  { name, notes, login }: SealedLogin,
  opened: (string | null)[],
): { item: LoginItem; damage: Damage[] } {
  const sealed = toFields<string>({ name, notes, ...login });
  const text = (place: number) => opened[place] ?? null;
  const isDamaged = (place: number) => sealed[place] !== null && text(place) === null;
  const twice = repeated(sealed);
  const isTwice = (place: number) => twice.has(sealed[place] ?? "");
  const websites = login.uris.map(({ match }, i) => {
    const [place, beside] = [parts.length + 2 * i, parts.length + 2 * i + 1];
    const [uri, checksum] = [text(place), text(beside)];
    const damaged = isDamaged(place) || isDamaged(beside);
    const genuine = uri !== null && uriChecksum(uri) === checksum;
    const what = damaged ? "damaged" : isTwice(place) || isTwice(beside) || !genuine ? "moved" : null;
    return { uri, checksum, match, what, number: i + 1 } as const;
  });

  // A website that was exchanged with another part leaves its checksum behind, or takes it along.
  const strangers = websites.filter(({ what }) => what === "moved");
  const isWebsites = (found: string | null) =>
    found !== null &&
    strangers.some(
      ({ uri, checksum }) => uriChecksum(found) === checksum || (uri !== null && found === uriChecksum(uri)),
    );
  const what = parts.map((_, place) =>
    isDamaged(place) ? "damaged" : isTwice(place) || isWebsites(text(place)) ? "moved" : null,
  );
  const whole = (place: number) => (what[place] === null ? text(place) : null);

  return {
    item: {
      name: whole(0) ?? "",
      username: whole(1),
      password: whole(2),
      totp: whole(3),
      notes: whole(4),
      uris: websites.flatMap((website) =>
        website.what === null && website.uri !== null ? [{ uri: website.uri, match: website.match }] : [],
      ),
    },
    damage: [
      ...parts.flatMap((part, place): Damage[] => {
        const found = what[place];
        return found ? [{ part, what: found }] : [];
      }),
      ...websites.flatMap(({ number, what: found }): Damage[] =>
        found ? [{ part: "website", number, what: found }] : [],
      ),
    ],
  };
}

/**
 * The ciphertexts that stand in more than one place. Each sealing has random bytes of its own, so somebody has
 * put the same one there twice.
 */
export function repeated(sealed: readonly (string | null)[]): ReadonlySet<string> {
  const [once, again] = [new Set<string>(), new Set<string>()];
  for (const text of sealed) if (text !== null) (once.has(text) ? again : once).add(text);
  return again;
}
