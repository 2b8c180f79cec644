// Run by scripts/crash-rotation.mjs: fills a database, rotates an organization's key again and again until it is
// killed, or looks whether everything opens.
import { sql } from "drizzle-orm";
import { openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { organizations } from "@/db/schema/organizations";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { personActor } from "@/lib/domain/actor";
import { environment } from "@/lib/env";
import { makeKeyring } from "@/lib/vault/keyring";
import { aRotation, aSealedClient, type Persona, readable } from "@/test/sealed-world";
import { passwordOf } from "@/test/vault";

const items = 40;
const { db, close } = await openDatabase(environment());
const say = (word: string) => process.stdout.write(`${word}\n`);

/** Somebody whose address begins so, with a vault opened by the master password. */
async function personaOf(start: string): Promise<Persona> {
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

const organizationId = async () => {
  const [organization] = await db.select({ id: organizations.id }).from(organizations);
  if (!organization) throw new Error("the organization is there");
  return organization.id;
};

async function fill() {
  await migrate(db);
  await db.transaction((tx) => aSealedClient(tx, { items }));
  say("filled");
}

/** A word before and after each step, so that a kill comes at any point. */
async function rotate() {
  const [id, by] = [await organizationId(), await personaOf("owner@")];
  await db.execute(sql`update sessions set proven_at = now(), expires_at = now() + interval '1 hour'`);
  while (true) {
    say("beginning");
    const { stage, finish, door } = await aRotation(db as never, id, by);
    const { stage: send } = door;
    door.stage = (rows) => {
      say("staging");
      return send(rows);
    };
    await stage();
    say("switching");
    await finish();
    say("switched");
  }
}

async function check() {
  const id = await organizationId();
  for (const start of ["owner@", "brett@"]) {
    const opened = await readable(db as never, id, await personaOf(start));
    const lost = opened.filter((text) => text === "damaged").length + (items - opened.length);
    say(`${start} ${lost}`);
  }
}

await { fill, rotate, check }[process.env.STEP as "fill" | "rotate" | "check"]();
await close();
