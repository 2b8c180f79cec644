import { expect } from "vitest";
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
