import { randomBytes, randomUUID } from "node:crypto";
import type { Tx } from "@/db/client";
import { devices } from "@/db/schema/devices";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { EncString, PublicKey, SealedKey } from "@/lib/crypto/types";
import { type PersonActor, personActor } from "@/lib/domain/actor";
import { SessionId, type UserId } from "@/lib/domain/ids";
import { sortKey } from "@/lib/domain/names";

const base64 = (bytes: number) => randomBytes(bytes).toString("base64");

/** A text of the form of a sealed one. Its contents are noise: what is tested never opens it. */
export const sealedText = (blocks = 2) => `2.${base64(16)}|${base64(16 * blocks)}|${base64(32)}` as EncString;

/** A text of the form of a key sealed for one person. */
export const sealedKey = () => `4.${base64(256)}` as SealedKey;

/** The modulus is noise; the frame is that of an RSA-2048 key with the exponent 65537. */
export const publicKey = () => {
  const head = Buffer.from("30820122300d06092a864886f70d01010105000382010f003082010a0282010100", "hex");
  const modulus = randomBytes(256);
  modulus[0] = (modulus[0] ?? 0) | 0x80;
  modulus[255] = (modulus[255] ?? 0) | 1;
  return Buffer.concat([head, modulus, Buffer.from("0203010001", "hex")]).toString("base64") as PublicKey;
};

export type Person = {
  userId: UserId;
  email: string;
  name: string;
  publicKey: PublicKey;
  actor: PersonActor;
};

/** An account with an open session, as rows. For operations that do not look into keys. */
export async function aPerson(
  tx: Tx,
  name: string,
  more: Partial<typeof users.$inferInsert> = {},
): Promise<Person> {
  const email = more.email ?? `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@provider.example`;
  const key = publicKey();
  const securityStamp = randomUUID();
  const [user] = await tx
    .insert(users)
    .values({
      email,
      name,
      sortName: sortKey(more.name ?? name),
      emailVerifiedAt: new Date(),
      passwordHash: "-",
      kdfType: "argon2id",
      kdfIterations: 6,
      kdfMemory: 32,
      kdfParallelism: 4,
      userKeyForAccount: sealedText(5),
      publicKey: key,
      privateKeyForAccount: sealedText(77),
      securityStamp,
      ...more,
    })
    .returning({ id: users.id });
  if (!user) throw new Error("no row came back");
  const [device] = await tx
    .insert(devices)
    .values({ userId: user.id, identifier: randomUUID(), type: "firefox_browser" })
    .returning({ id: devices.id });
  if (!device) throw new Error("no row came back");
  const sessionId = SessionId.parse(randomUUID());
  await tx.insert(sessions).values({
    id: sessionId,
    userId: user.id,
    deviceId: device.id,
    securityStamp,
    expiresAt: new Date(Date.now() + 60 * 60 * 1000),
  });
  const from = { type: "firefox_browser", ip: "203.0.113.7" } as const;
  const actor = personActor({ userId: user.id, sessionId, device: from });
  return { userId: user.id, email, name, publicKey: key, actor };
}
