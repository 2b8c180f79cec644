import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";

const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();
const base64url = (bytes: Buffer) => bytes.toString("base64url");

type Asked = { challenge: string };
type Where = { origin?: string; rpId?: string };

const userPresent = 0x01;
const userVerified = 0x04;
const hasCredential = 0x40;

/** An authenticator in software, which makes and uses one passkey (ES256) as browsers pass it on. */
export function anAuthenticator(at: { origin: string; rpId: string }) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = base64url(randomBytes(32));
  const credential = { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };
  let counter = 0;

  const clientData = (type: "create" | "get", { challenge }: Asked, { origin = at.origin }: Where) =>
    Buffer.from(JSON.stringify({ type: `webauthn.${type}`, challenge, origin, crossOrigin: false }));

  const head = (flags: number, { rpId = at.rpId }: Where) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count]);
  };

  return {
    id,
    /** Goes on from another number, as a copy would. */
    count(next: number) {
      counter = next;
    },

    make(asked: Asked, where: Where = {}) {
      // COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}, as CBOR.
      const key = Buffer.concat([
        Buffer.from("a5010203262001215820", "hex"),
        Buffer.from(x, "base64url"),
        Buffer.from("225820", "hex"),
        Buffer.from(y, "base64url"),
      ]);
      const raw = Buffer.from(id, "base64url");
      const length = Buffer.from([0, raw.length]);
      const flags = userPresent | userVerified | hasCredential;
      const data = Buffer.concat([head(flags, where), Buffer.alloc(16), length, raw, key]);
      // {fmt: "none", attStmt: {}, authData: …}, as CBOR.
      const attestation = Buffer.concat([
        Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746158", "hex"),
        Buffer.from([data.length]),
        data,
      ]);
      return {
        ...credential,
        response: {
          clientDataJSON: base64url(clientData("create", asked, where)),
          attestationObject: base64url(attestation),
          transports: ["internal"],
        },
      };
    },

    sign(asked: Asked, where: Where & { verified?: boolean } = {}) {
      counter += 1;
      const data = head(userPresent | (where.verified === false ? 0 : userVerified), where);
      const client = clientData("get", asked, where);
      const signed = Buffer.concat([data, sha256(client)]);
      return {
        ...credential,
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(createSign("sha256").update(signed).sign(privateKey)),
        },
      };
    },
  };
}
