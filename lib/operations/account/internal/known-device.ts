import "server-only";
import { and, eq } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { devices } from "@/db/schema/devices";
import { users } from "@/db/schema/users";

/** The device of an account that has logged in to it before; undefined for any other. */
export async function knownDevice(db: Database | Tx, email: string, identifier: string) {
  const [known] = await db
    .select({ id: devices.id })
    .from(devices)
    .innerJoin(users, eq(users.id, devices.userId))
    .where(and(eq(users.email, email), eq(devices.identifier, identifier)));
  return known;
}
