// Run by scripts/crash-rotation.mjs: fills a database, rotates an organization's key again and again until it is
// killed, or looks whether everything opens.
import { sql } from "drizzle-orm";
import { openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { environment } from "@/lib/env";
import { aRotation, aSealedClient, readable } from "@/test/sealed-world";
import { onlyOrganization, personaOf, say } from "./persona";

const items = 40;
const { db, close } = await openDatabase(environment());
async function fill() {
  await migrate(db);
  await db.transaction((tx) => aSealedClient(tx, { items }));
  say("filled");
}

/** A word before and after each step, so that a kill comes at any point. */
async function rotate() {
  const [id, by] = [await onlyOrganization(db), await personaOf(db, "owner@")];
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
  const id = await onlyOrganization(db);
  for (const start of ["owner@", "brett@"]) {
    const opened = await readable(db as never, id, await personaOf(db, start));
    const lost = opened.filter((text) => text === "damaged").length + (items - opened.length);
    say(`${start} ${lost}`);
  }
}

await { fill, rotate, check }[process.env.STEP as "fill" | "rotate" | "check"]();
await close();
