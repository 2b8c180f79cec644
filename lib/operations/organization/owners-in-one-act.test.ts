import { asc, inArray } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { execute } from "@/lib/operations/command";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { test } from "@/test/database";
import { aConfirmed, anOrganizationWith, aProviderWithAdmin, aVisit } from "@/test/organization";

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

test("of owners whom a visitor invites at once, one is named and the others are there by the provider's word", async ({
  tx,
}) => {
  const { organizationId, visitor } = await aVisitedClient(tx);
  await execute(tx, inviteOrganizationMembers, visitor.actor, {
    organizationId,
    emails: ["ada@client.example", "bob@client.example"],
    role: "owner",
    collections: [],
  });
  const invited = await tx
    .select({ email: organizationMembers.email, letIn: organizationMembers.letInByProvider })
    .from(organizationMembers)
    .orderBy(asc(organizationMembers.email));
  expect(invited).toEqual([
    { email: "ada@client.example", letIn: false },
    { email: "bob@client.example", letIn: true },
  ]);
});
