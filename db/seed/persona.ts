import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { tokenMailedTo, tokenOf } from "@/db/seed/mailed";
import type { PublicKey } from "@/lib/crypto/types";
import { anonymousActor, type PersonActor, personActor } from "@/lib/domain/actor";
import type { Device } from "@/lib/domain/device";
import { defaultKdf } from "@/lib/domain/kdf";
import { ensureSetUpLink } from "@/lib/http/ensure-set-up-link";
import { logIn } from "@/lib/operations/account/log-in";
import { logOut } from "@/lib/operations/account/log-out";
import { register } from "@/lib/operations/account/register";
import { execute } from "@/lib/operations/command";
import { makeKeyring } from "@/lib/vault/keyring";
import type { Vault } from "@/lib/vault/vault";

/** Somebody without an account yet. */
export type Newcomer = { name: string; email: string; password: string };

/** Somebody signed in, with an unlocked vault. */
export type Persona = { email: string; publicKey: PublicKey; actor: PersonActor; vault: Vault };

const device: Device = { type: "firefox_browser", ip: "127.0.0.1" };
const nobody = anonymousActor(device);

/** Makes the first account of an empty instance. */
export async function registerAdministrator(db: Database, newcomer: Newcomer): Promise<Persona> {
  const link = await ensureSetUpLink(db);
  if (!link) throw new Error("The instance has accounts already.");
  return registerWith(db, newcomer, { token: tokenOf(link), email: newcomer.email });
}

/** Makes an account with the link of the latest mail, which stays good for what it invites to. */
export async function registerFromMail(db: Database, newcomer: Newcomer): Promise<Persona> {
  return registerWith(db, newcomer, { token: await tokenMailedTo(db, newcomer.email) });
}

async function registerWith(
  db: Database,
  { name, email, password }: Newcomer,
  link: { token: string; email?: string },
): Promise<Persona> {
  const vault = makeKeyring();
  const account = await vault.makeAccount({ email, password, kdf: defaultKdf });
  await execute(db, register, nobody, { ...link, name, locale: "en", kdf: defaultKdf, ...account });

  const { authenticationHash, publicKey } = account;
  const proof = { email, authenticationHash, deviceIdentifier: randomUUID() };
  const { userId, sessionId } = await execute(db, logIn, nobody, proof);
  return { email, publicKey, vault, actor: personActor({ userId, sessionId, device }) };
}

/** Ends the session and forgets the keys. */
export async function logOutPersona(db: Database, { actor, vault }: Persona): Promise<void> {
  await execute(db, logOut, nobody, { userId: actor.principal.userId, sessionId: actor.sessionId });
  await vault.lock();
}
