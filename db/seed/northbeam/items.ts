import { createHash, generateKeyPairSync, randomBytes } from "node:crypto";
import type { ClientItem, NorthbeamClient } from "@/db/seed/northbeam/scenario";
import { emptyLists, type OpenItem } from "@/lib/vault/item";

/** A random password of so many characters. */
export const strongPassword = (length: number): string =>
  randomBytes(length).toString("base64url").slice(0, length);

/** Secrets of one client: `reuse:dept` is the same password wherever it is written. */
export function secretsOf() {
  const reused = new Map<string, string>();
  return (written: string): string => {
    const [kind, what = ""] = written.split(":");
    if (kind === "strong") return strongPassword(Number(what));
    if (kind !== "reuse") return what;
    const password = reused.get(what) ?? strongPassword(16);
    reused.set(what, password);
    return password;
  };
}

const nothing = {
  title: null,
  firstName: null,
  middleName: null,
  lastName: null,
  address1: null,
  address2: null,
  address3: null,
  city: null,
  state: null,
  postalCode: null,
  country: null,
  company: null,
  email: null,
  phone: null,
  ssn: null,
  username: null,
  passportNumber: null,
  licenseNumber: null,
};

/** An item of a client as somebody types it. */
export function itemOf(
  { type, name, username, uri, secret, flags }: ClientItem,
  { domain }: Pick<NorthbeamClient, "domain">,
  open: (written: string) => string,
): OpenItem {
  switch (type) {
    case "login": {
      const totp = flags.includes("totp") ? base32(randomBytes(20)) : null;
      const data = { username, password: open(secret), totp, uris: [{ uri, match: null }] };
      return { type, name, notes: null, ...emptyLists, data };
    }
    case "note":
      return {
        type: "secure_note",
        name,
        notes: `Ask it@${domain} before anything is changed.`,
        ...emptyLists,
        data: {},
      };
    case "card": {
      // The number with which card forms are tried out.
      const test = {
        brand: "Visa",
        number: "4242424242424242",
        code: "424",
        expMonth: "12",
        expYear: "2030",
      };
      return { type, name, notes: null, ...emptyLists, data: { cardholderName: username, ...test } };
    }
    case "identity":
      return {
        type,
        name,
        notes: null,
        ...emptyLists,
        data: { ...nothing, company: username, email: `office@${domain}` },
      };
    case "sshkey":
      return { type: "ssh_key", name, notes: uri, ...emptyLists, data: sshKey() };
  }
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** One letter for each byte, which is as good for a key that opens nothing. */
const base32 = (bytes: Uint8Array) => [...bytes].map((byte) => alphabet[byte % 32]).join("");

function sshKey() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  const field = (bytes: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes]);
  const blob = Buffer.concat([field(Buffer.from("ssh-ed25519")), field(Buffer.from(x, "base64url"))]);
  const digest = createHash("sha256").update(blob).digest("base64").replace(/=+$/, "");
  return {
    privateKey: privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
    publicKey: `ssh-ed25519 ${blob.toString("base64")}`,
    keyFingerprint: `SHA256:${digest}`,
  };
}
