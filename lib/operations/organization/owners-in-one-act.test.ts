import { inArray } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { execute } from "@/lib/operations/command";
import { confirmOrganizationMembers } from "@/lib/operations/organization/confirm-members";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { test } from "@/test/database";
import {
  aConfirmed,
  aMemberOf,
  anOrganizationWith,
  aProviderWithAdmin,
  aVisit,
  keyOf,
} from "@/test/organization";
import { aPerson, sealedKey } from "@/test/people";

/** A client without people, and its provider's admin inside. */
async function aVisitedClient(tx: Tx) {
  const provider = await aProviderWithAdmin(tx);
  const { organizationId } = await anOrganizationWith(tx, { provider });
  await aVisit(tx, organizationId, provider.providerId, provider.admin);
  return { organizationId, visitor: provider.admin };
}

test("of all owners who are selected to be removed, one stays", async ({ tx }) => {
  const { organizationId, visitor } = await aVisitedClient(tx);
  const [first, second] = [
    await aConfirmed(tx, organizationId, "owner", "Brett Warden"),
    await aConfirmed(tx, organizationId, "owner", "Betty Warden"),
  ];
  const memberIds = [first.memberId, second.memberId];
  const { rows } = await execute(tx, removeOrganizationMembers, visitor.actor, { organizationId, memberIds });
  expect(rows.map(({ refusal }) => refusal).sort()).toEqual(["last_owner", null].sort());
  expect(await tx.$count(organizationMembers, inArray(organizationMembers.id, memberIds))).toBe(1);
});

test("of owners whom a visitor confirms at once, the first is the client's and the others are let in by the provider", async ({
  tx,
}) => {
  const { organizationId, visitor } = await aVisitedClient(tx);
  const people = [];
  for (const name of ["Brett Warden", "Betty Warden"]) {
    const person = await aPerson(tx, name);
    const memberId = await aMemberOf(tx, organizationId, person, { role: "owner", status: "accepted" });
    people.push({ memberId, publicKey: person.publicKey, organizationKeyForMember: sealedKey() });
  }
  await execute(tx, confirmOrganizationMembers, visitor.actor, {
    organizationId,
    organizationKeyId: keyOf(organizationId),
    people,
  });
  const members = await tx
    .select({ status: organizationMembers.status, letIn: organizationMembers.letInByProvider })
    .from(organizationMembers);
  expect(members.map(({ status }) => status)).toEqual(["confirmed", "confirmed"]);
  expect(members.filter(({ letIn }) => letIn)).toHaveLength(1);
});
