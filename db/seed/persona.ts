import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { tokenMailedTo, tokenOf } from "@/db/seed/mailed";
import type { AuthenticationHash, KdfSettings, PublicKey } from "@/lib/crypto/types";
import { anonymousActor, type PersonActor, personActor } from "@/lib/domain/actor";
import type { Device } from "@/lib/domain/device";
import { defaultKdf } from "@/lib/domain/kdf";
import { ensureSetUpLink } from "@/lib/http/ensure-set-up-link";
import { logIn } from "@/lib/operations/account/log-in";
import { logOut } from "@/lib/operations/account/log-out";
import { register } from "@/lib/operations/account/register";
import { execute } from "@/lib/operations/command";
import { makeKeyring } from "@/lib/vault/keyring";
import type { SealedAccountKeys } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

/** What an account begins with, made in its person's browser. */
export type NewAccount = {
  vault: Vault;
  kdf: KdfSettings;
  sealed: SealedAccountKeys & { authenticationHash: AuthenticationHash };
};

/**
 * Somebody without an account yet. Where nothing is said of it, they read English and sit at the machine itself, and
 * their account is made when they register.
 */
export type Newcomer = {
  name: string;
  email: string;
  password: string;
  locale?: "en" | "fr";
  device?: Device;
  account?: Promise<NewAccount>;
};

/** Somebody signed in, with an unlocked vault. */
export type Persona = {
  email: string;
  publicKey: PublicKey;
  actor: PersonActor;
  vault: Vault;
  proof: { email: string; authenticationHash: AuthenticationHash; deviceIdentifier: string };
};

const thisMachine: Device = { type: "firefox_browser", ip: "127.0.0.1" };

/** Makes the keys of an account, which is slow. */
export async function makeAccount(
  { email, password }: Pick<Newcomer, "email" | "password">,
  kdf: KdfSettings = defaultKdf,
): Promise<NewAccount> {
  const vault = makeKeyring();
  return { vault, kdf, sealed: await vault.makeAccount({ email, password, kdf }) };
}

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
  newcomer: Newcomer,
  link: { token: string; email?: string },
): Promise<Persona> {
  const { name, email, locale = "en", device = thisMachine } = newcomer;
  const { vault, kdf, sealed } = await (newcomer.account ?? makeAccount(newcomer));
  await execute(db, register, anonymousActor(device), { ...link, name, locale, kdf, ...sealed });

  const { authenticationHash, publicKey } = sealed;
  const proof = { email, authenticationHash, deviceIdentifier: randomUUID() };
  return { email, publicKey, vault, proof, actor: await newSession(db, proof, device) };
}

/** Logs the same person in anew on their device, with a code where their log-in takes a second step. */
export async function logInAgain(db: Database, persona: Persona, code?: string): Promise<Persona> {
  return { ...persona, actor: await newSession(db, { ...persona.proof, code }, persona.actor.device) };
}

async function newSession(
  db: Database,
  proof: Persona["proof"] & { code?: string | undefined },
  device: Device,
): Promise<PersonActor> {
  const { userId, sessionId } = await execute(db, logIn, anonymousActor(device), proof);
  return personActor({ userId, sessionId, device });
}

/** Ends the session. The vault keeps its keys. */
export async function endSession(db: Database, { actor }: Persona): Promise<void> {
  const ended = { userId: actor.principal.userId, sessionId: actor.sessionId };
  await execute(db, logOut, anonymousActor(actor.device), ended);
}

/** Ends the session and forgets the keys. */
export async function logOutPersona(db: Database, persona: Persona): Promise<void> {
  await endSession(db, persona);
  await persona.vault.lock();
}
