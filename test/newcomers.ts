import { randomUUID } from "node:crypto";
import type { Tx } from "@/db/client";
import type { OrganizationId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import { aMemberOf } from "@/test/organization";
import { aPerson } from "@/test/people";

// Each round of a race has people of its own: an address is taken once.

export const address = () => `${randomUUID()}@client.example`;

/** A confirmed member whom no other round knows. */
export async function aNewcomer(tx: Tx, organizationId: OrganizationId, role: OrganizationRole) {
  const person = await aPerson(tx, "Person", { email: address() });
  return { ...person, memberId: await aMemberOf(tx, organizationId, person, { role }) };
}
