import { uriChecksum } from "@/lib/crypto/uri-checksum";
import type { LoginItem, LoginUri } from "@/lib/vault/login-item";

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

/** Drops each address whose checksum is another's: somebody may have put another ciphertext in its place. */
export const withoutChecksums = ({ uris, ...texts }: Texts<string>): LoginItem => ({
  ...texts,
  uris: uris.filter(isGenuine).map(({ uri, match }): LoginUri => ({ uri, match })),
});

const isGenuine = (uri: { uri: string; uriChecksum: string }) => uriChecksum(uri.uri) === uri.uriChecksum;
