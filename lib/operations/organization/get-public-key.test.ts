import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { NotFound } from "@/lib/operations/errors";
import { getPublicKey } from "@/lib/operations/organization/get-public-key";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { aMemberOf, anOrganizationOf, anOrganizationWith, aProviderWithAdmin } from "@/test/organization";
import { aPerson } from "@/test/people";

test("a public key is found by whoever confirms people where its account waits or is confirmed", async ({
  tx,
}) => {
  const { organizationId, owner, admin, user } = await anOrganizationOf(tx, ["owner", "admin", "user"]);
  const waiting = await aPerson(tx, "Waiting");
  const memberId = await aMemberOf(tx, organizationId, waiting, { status: "accepted" });
  const get = ({ actor }: typeof waiting, { userId } = waiting) => ask(tx, getPublicKey, actor, { userId });
  const found = { userId: waiting.userId, publicKey: waiting.publicKey };
  expect([await get(owner), await get(admin), await get(waiting)]).toEqual([found, found, found]);
  await expect(get(user)).rejects.toThrow(NotFound);
  await expect(get(waiting, owner)).rejects.toThrow(NotFound);

  await tx.update(organizations).set({ state: "suspended" });
  await expect(get(owner)).rejects.toThrow(NotFound);
  await tx.update(organizations).set({ state: "enabled" });
  const place = eq(organizationMembers.id, memberId);
  await tx.update(organizationMembers).set({ status: "revoked" }).where(place);
  await expect(get(owner)).rejects.toThrow(NotFound);
  const elsewhere = await anOrganizationWith(tx, { name: "Elsewhere" });
  await aMemberOf(tx, elsewhere.organizationId, waiting);
  await expect(get(owner)).rejects.toThrow(NotFound);
});

test("it is found no more by somebody of a provider whose access has ended", async ({ tx }) => {
  const provider = await aProviderWithAdmin(tx);
  const { organizationId } = await anOrganizationWith(tx, { provider });
  const { userId, actor } = provider.admin;
  const memberId = await aMemberOf(tx, organizationId, provider.admin, { role: "owner" });
  const waiting = await aPerson(tx, "Waiting");
  await aMemberOf(tx, organizationId, waiting, { status: "accepted" });
  await tx
    .update(organizationMembers)
    .set({ placeOfProvider: provider.providerId })
    .where(eq(organizationMembers.id, memberId));
  const get = () => ask(tx, getPublicKey, actor, { userId: waiting.userId });
  expect(await get()).toMatchObject({ userId: waiting.userId });
  await tx
    .update(providerMembers)
    .set({ accessEndsAt: new Date(0) })
    .where(eq(providerMembers.userId, userId));
  await expect(get()).rejects.toThrow(NotFound);
});
