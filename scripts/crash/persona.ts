import type { Database } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { personActor } from "@/lib/domain/actor";
import { makeKeyring } from "@/lib/vault/keyring";
import type { Persona } from "@/test/sealed-world";
import { passwordOf } from "@/test/vault";

/** Tells whoever started this process how far it has come. */
export const say = (word: string) => process.stdout.write(`${word}\n`);

/** Somebody whose address begins so, with a vault opened by the master password. */
export async function personaOf(db: Database, start: string): Promise<Persona> {
  const account = (await db.select().from(users)).find(({ email }) => email.startsWith(start));
  const session = (await db.select().from(sessions)).find(({ userId }) => userId === account?.id);
  if (!account || !session) throw new Error(`${start} is not there`);
  const vault = makeKeyring();
  await vault.unlock(passwordOf(account.email), account);
  const actor = personActor({
    userId: account.id,
    sessionId: session.id,
    device: { type: "firefox_browser", ip: null },
  });
  return {
    userId: account.id,
    email: account.email,
    name: account.name ?? "",
    publicKey: account.publicKey,
    actor,
    vault,
  };
}

/** The one organization that is there. */
export async function onlyOrganization(db: Database) {
  const [organization] = await db.select({ id: organizations.id }).from(organizations);
  if (!organization) throw new Error("the organization is there");
  return organization.id;
}
