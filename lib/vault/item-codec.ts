import { uriChecksum } from "@/lib/crypto/uri-checksum";
import type { LoginItem } from "@/lib/vault/item";

/** The order in which a login's texts are handed to the vault; after them, each address and its checksum. */
type Texts<Text> = {
  name: Text;
  username: Text | null;
  password: Text | null;
  totp: Text | null;
  notes: Text | null;
  uris: { uri: Text; uriChecksum: Text; match: number | null }[];
};

const headSize = 5;

export const toFields = <Text>({
  name,
  username,
  password,
  totp,
  notes,
  uris,
}: Texts<Text>): (Text | null)[] => [
  name,
  username,
  password,
  totp,
  notes,
  ...uris.flatMap(({ uri, uriChecksum: checksum }) => [uri, checksum]),
];

/** Gives fields their names again. Null if a field that a login cannot be without is missing. */
export function fromFields<Text>(fields: (Text | null)[], matches: (number | null)[]): Texts<Text> | null {
  const [name, username = null, password = null, totp = null, notes = null] = fields;
  if (name === undefined || name === null) return null;

  const uris = matches.map((match, i) => {
    const [uri, checksum] = fields.slice(headSize + 2 * i);
    return uri === undefined || uri === null || checksum === undefined || checksum === null
      ? null
      : { uri, uriChecksum: checksum, match };
  });
  const present = uris.filter((uri) => uri !== null);
  return present.length === uris.length ? { name, username, password, totp, notes, uris: present } : null;
}

export const withChecksums = (item: LoginItem): Texts<string> => ({
  ...item,
  uris: item.uris.map((uri) => ({ ...uri, uriChecksum: uriChecksum(uri.uri) })),
});
