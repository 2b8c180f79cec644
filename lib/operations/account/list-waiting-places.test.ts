import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { organizationMembers } from "@/db/schema/organization-members";
import { listWaitingPlaces } from "@/lib/operations/account/list-waiting-places";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { aConfirmed, aMemberOf, anOrganizationWith } from "@/test/organization";
import { aPerson } from "@/test/people";
import { aProviderWith } from "@/test/provider";

test("who accepted sees what they wait for, and the admins who can confirm them", async ({ tx }) => {
  const team = await aProviderWith(tx, {
    brett: "provider_admin, confirmed",
    ann: "provider_admin, accepted",
    betty: "service_user, confirmed",
    billy: "service_user, accepted",
  });
  const { organizationId } = await anOrganizationWith(tx, {});
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner Warden");
  await aConfirmed(tx, organizationId, "user", "User Warden");
  await aMemberOf(tx, organizationId, team.billy, { status: "accepted" });
  expect(await ask(tx, listWaitingPlaces, team.billy.actor, {})).toMatchObject([
    { kind: "provider", confirmers: [team.brett.name] },
    { kind: "organization", id: organizationId, confirmers: [owner.name], providerName: null },
  ]);
  expect(await ask(tx, listWaitingPlaces, team.betty.actor, {})).toEqual([]);
});

test("a client's first member is confirmed by the provider, and is told so", async ({ tx }) => {
  const { providerId } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
  const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
  const owner = await aPerson(tx, "Owner Warden");
  await aMemberOf(tx, organizationId, owner, { role: "owner", status: "accepted" });
  const [place] = await ask(tx, listWaitingPlaces, owner.actor, {});
  expect(place).toMatchObject({ kind: "organization", confirmers: [], providerName: expect.any(String) });
});

test("an admin is not named to an owner whom only owners confirm", async ({ tx }) => {
  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner Warden");
  await aConfirmed(tx, organizationId, "admin", "Admin Warden");
  const [second, user] = [await aPerson(tx, "Second Owner"), await aPerson(tx, "Plain User")];
  await aMemberOf(tx, organizationId, second, { role: "owner", status: "accepted" });
  await aMemberOf(tx, organizationId, user, { role: "user", status: "accepted" });
  expect(await ask(tx, listWaitingPlaces, second.actor, {})).toMatchObject([{ confirmers: [owner.name] }]);
  expect(await ask(tx, listWaitingPlaces, user.actor, {})).toMatchObject([
    { confirmers: ["Admin Warden", "Owner Warden"] },
  ]);
});

test("a colleague of the provider's team waits for people of the client, not for the provider's own", async ({
  tx,
}) => {
  const { providerId, dee, ann } = await aProviderWith(tx, {
    dee: "service_user, confirmed",
    ann: "service_user, confirmed",
  });
  const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner Warden");
  const colleague = await aMemberOf(tx, organizationId, ann, { role: "admin" });
  const places = tx.update(organizationMembers).set({ placeOfProvider: providerId });
  await places.where(eq(organizationMembers.id, colleague));
  await aMemberOf(tx, organizationId, dee, { status: "accepted" });
  expect(await ask(tx, listWaitingPlaces, dee.actor, {})).toMatchObject([
    { confirmers: [owner.name], providerName: null },
  ]);
});

test("while they are suspended, nobody of an organization or a provider is named", async ({ tx }) => {
  const team = await aProviderWith(
    tx,
    { brett: "provider_admin, confirmed", billy: "service_user, accepted" },
    { state: "suspended" },
  );
  const { providerId, billy } = team;
  const [first, second] = [
    await anOrganizationWith(tx, { provider: { providerId } }),
    await anOrganizationWith(tx, { state: "suspended" }),
  ];
  await aConfirmed(tx, second.organizationId, "owner", "Owner Warden");
  for (const { organizationId } of [first, second])
    await aMemberOf(tx, organizationId, billy, { role: "user", status: "accepted" });
  const nobody = { confirmers: [], providerName: null };
  const places = await ask(tx, listWaitingPlaces, billy.actor, {});
  expect(places).toHaveLength(3);
  for (const place of places) expect(place).toMatchObject(nobody);
});
