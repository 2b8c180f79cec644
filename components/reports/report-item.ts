import type { EncString } from "@/lib/crypto/types";
import { isStillSealed, type ShownItem } from "@/lib/vault/item";
import type { KeyRef } from "@/lib/vault/served";

/** A login as reports look at it. */
export type ReportItem = {
  id: string;
  name: string;
  username: string | null;
  /** Whose it is and where it stands, in words. */
  keptIn: string;
  /** Where it can be opened. */
  href: string;
  uris: string[];
  /** Something beside the password is saved for logging in: a code, or a passkey. */
  hasSecondStep: boolean;
  /** Its password is hidden from the reader. */
  isHidden: boolean;
  /** Null where it has none, or where it is hidden from the reader. */
  password: { ref: KeyRef; key: EncString; sealed: EncString } | null;
};

/** Everything that reports cover. */
export type ReportItems = {
  logins: ReportItem[];
  /** Items that do not open. */
  closed: number;
  /** Of when they are, where the server is away and the device has kept them. */
  keptAt: number | null;
};

type Place = Pick<ReportItem, "id" | "keptIn" | "href"> & {
  ref: KeyRef;
  key: EncString;
  mayReveal: boolean;
};

/** A login as far as it opens; null where it is none. */
export function reportItem(place: Place, content: ShownItem): ReportItem | null {
  if (content.type !== "login") return null;
  const { ref, key, mayReveal, ...known } = place;
  const { username, password, totp, uris, rest } = content.data;
  const passkeys = rest?.fido2Credentials;
  return {
    ...known,
    name: content.name,
    username,
    uris: uris.map(({ uri }) => uri),
    hasSecondStep: totp !== null || (Array.isArray(passkeys) && passkeys.length > 0),
    isHidden: !mayReveal,
    password: mayReveal && isStillSealed(password) ? { ref, key, sealed: password.sealed } : null,
  };
}
