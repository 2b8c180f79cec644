import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { providerMembers } from "@/db/schema/provider-members";
import { renameClient } from "@/lib/operations/client/rename-client";
import { execute } from "@/lib/operations/command";
import { listProviderEvents } from "@/lib/operations/event/list-provider-events";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { getProviderDetails } from "@/lib/operations/provider/get-provider-details";
import { getSubscription } from "@/lib/operations/provider/get-subscription";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { listProviderMembers } from "@/lib/operations/provider/list-members";
import { listOwnProviders } from "@/lib/operations/provider/list-own-providers";
import { updateProvider } from "@/lib/operations/provider/update-provider";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aClientOf, aProviderWith } from "@/test/provider";

const wardens = {
  brett: "provider_admin, confirmed",
  betty: "service_user, confirmed",
  billy: "service_user, accepted",
  dee: "service_user, invited",
} as const;
const notFound = { name: "NotFound" };

test("the team is listed with counts, and filtered, searched and sorted", async ({ tx }) => {
  const { providerId, brett, dee } = await aProviderWith(tx, wardens);
  const list = async (more: object = {}) => {
    const { members, counts } = await ask(tx, listProviderMembers, brett.actor, { providerId, ...more });
    return { who: members.map(({ name, email }) => name ?? email), counts };
  };
  const counts = { all: 4, invited: 1, accepted: 1 };
  expect(await list()).toEqual({ who: ["betty", "billy", "brett", dee.email], counts });
  expect(await list({ direction: "descending" })).toMatchObject({
    who: [dee.email, "brett", "billy", "betty"],
  });
  expect(await list({ sort: "role" })).toMatchObject({ who: ["brett", "betty", "billy", dee.email] });
  expect(await list({ status: "accepted" })).toEqual({ who: ["billy"], counts });
  expect(await list({ search: "BETT" })).toEqual({ who: ["betty"], counts });
  expect(await list({ search: "nobody" })).toEqual({ who: [], counts });
});

test("the list holds no keys", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, wardens);
  const text = JSON.stringify(await ask(tx, listProviderMembers, brett.actor, { providerId }));
  expect(text).not.toMatch(/key|4\./i);
});

test("of an open invitation, the list says how long its link works", async ({ tx }) => {
  const { providerId, brett, dee } = await aProviderWith(tx, wardens);
  const invitationSent = async (hoursAgo: number) => {
    const invitedAt = new Date(Date.now() - hoursAgo * 3_600_000);
    await tx.update(providerMembers).set({ invitedAt }).where(eq(providerMembers.id, dee.memberId));
    const { members } = await ask(tx, listProviderMembers, brett.actor, { providerId });
    return members.map(({ invitation }) => invitation).filter((invitation) => invitation !== null);
  };
  expect(await invitationSent(0)).toEqual([{ isExpired: false, daysLeft: 5 }]);
  expect(await invitationSent(73)).toEqual([{ isExpired: false, daysLeft: 2 }]);
  expect(await invitationSent(119)).toEqual([{ isExpired: false, daysLeft: 1 }]);
  expect(await invitationSent(121)).toEqual([{ isExpired: true, daysLeft: 0 }]);
});

test("a long team goes on where the page ended", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, wardens);
  for (const batch of [0, 1, 2])
    await execute(tx, inviteProviderMembers, brett.actor, {
      providerId,
      emails: Array.from({ length: 20 }, (_, index) => `a${batch}-${index}@provider.example`),
      role: "service_user",
    });
  const first = await ask(tx, listProviderMembers, brett.actor, { providerId });
  const second = await ask(tx, listProviderMembers, brett.actor, { providerId, cursor: first.next ?? "" });
  expect([first.members.length, second.members.length, second.next]).toEqual([50, 14, null]);
  expect(new Set([...first.members, ...second.members].map(({ id }) => id)).size).toBe(64);
});

test("to a service user staff, log, subscription and settings do not exist", async ({ tx }) => {
  const { providerId, betty, billy } = await aProviderWith(tx, wardens);
  for (const { actor } of [betty, billy]) {
    await expect(ask(tx, listProviderMembers, actor, { providerId })).rejects.toMatchObject(notFound);
    await expect(ask(tx, listProviderEvents, actor, { providerId })).rejects.toMatchObject(notFound);
    await expect(ask(tx, getSubscription, actor, { providerId })).rejects.toMatchObject(notFound);
    const input = { providerId, name: "Mine", billingEmail: "mine@provider.example" };
    await expectRefused(tx, updateProvider, actor, input, "not_found");
  }
  expect(await ask(tx, getProviderFrame, betty.actor, { providerId })).toEqual({
    name: "My Provider",
    may: ["open_portal", "administer_clients", "enter_clients", "use_blueprints"],
    heldBack: [],
    state: "enabled",
    suspendedAt: null,
    suspensionReason: null,
    toConfirm: 1,
    confirmedAdmins: 1,
    accessEndsAt: null,
  });
  await expect(ask(tx, getProviderFrame, billy.actor, { providerId })).rejects.toMatchObject(notFound);
});

test("one's providers are listed, with what one is there", async ({ tx }) => {
  const { providerId, billy } = await aProviderWith(tx, wardens);
  await aProviderWith(tx, wardens);
  expect(await ask(tx, listOwnProviders, billy.actor, {})).toEqual([
    {
      ...{ id: providerId, name: "My Provider", role: "service_user", status: "accepted" },
      ...{ accessEndsAt: null, accessEnded: false },
    },
  ]);
});

test("the log tells who did what, newest first, and leaves the clients' own logs out", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, wardens);
  const organizationId = await aClientOf(tx, providerId, { name: "Before" });
  await execute(tx, renameClient, brett.actor, { providerId, organizationId, name: "After" });
  const { events, next } = await ask(tx, listProviderEvents, brett.actor, { providerId });
  expect(events).toMatchObject([
    {
      type: "client.renamed",
      number: 1910,
      actorName: "brett",
      actorEmail: brett.email,
      deviceType: "firefox_browser",
      ip: "203.0.113.7",
      details: { from: "Before", to: "After" },
    },
  ]);
  expect(next).toBeNull();
});

test("a long log goes on where the page ended, within one moment too", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, wardens);
  for (const batch of [0, 1, 2])
    await execute(tx, inviteProviderMembers, brett.actor, {
      providerId,
      emails: Array.from({ length: 20 }, (_, index) => `a${batch}-${index}@provider.example`),
      role: "service_user",
    });
  const first = await ask(tx, listProviderEvents, brett.actor, { providerId });
  const second = await ask(tx, listProviderEvents, brett.actor, { providerId, cursor: first.next ?? "" });
  const ids = [...first.events, ...second.events].map(({ sequence }) => sequence);
  expect([ids.length, new Set(ids).size, second.next]).toEqual([60, 60, null]);
});

test("the subscription is the arithmetic of seats", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, wardens, { teams: 75, enterprise: 150 });
  await aClientOf(tx, providerId, { seats: 62 });
  await aClientOf(tx, providerId, { seats: 185, plan: "enterprise_monthly" });
  expect(await ask(tx, getSubscription, brett.actor, { providerId })).toMatchObject({
    plans: [
      { plan: "teams_monthly", minimum: 75, assigned: 62, purchased: 0, unassigned: 13, costCents: 30_000 },
      {
        plan: "enterprise_monthly",
        minimum: 150,
        assigned: 185,
        purchased: 35,
        unassigned: 0,
        costCents: 111_000,
      },
    ],
    totalCents: 141_000,
  });
});

test("an admin changes the provider's name, and the log says so", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, wardens);
  const input = { providerId, name: "New Name", businessName: "", billingEmail: "billing@provider.example" };
  await execute(tx, updateProvider, brett.actor, input);
  expect(await ask(tx, getProviderFrame, brett.actor, { providerId })).toMatchObject({ name: "New Name" });
  const { events } = await ask(tx, listProviderEvents, brett.actor, { providerId });
  expect(events).toMatchObject([{ type: "provider.updated" }]);
});

test("the billing address can be read and changed after set-up, and what is left out stays", async ({
  tx,
}) => {
  const { providerId, brett } = await aProviderWith(tx, wardens);
  const details = () => ask(tx, getProviderDetails, brett.actor, { providerId });
  const input = { providerId, name: "My Provider", billingEmail: "bills@provider.example" };
  const address = { addressLine1: "1 Rue du Fort", city: "Luxembourg", country: "lu", taxNumber: "LU 123" };
  await execute(tx, updateProvider, brett.actor, { ...input, ...address });
  expect(await details()).toMatchObject({ ...address, country: "LU", postalCode: null });
  await execute(tx, updateProvider, brett.actor, { ...input, city: "" });
  expect(await details()).toMatchObject({ addressLine1: "1 Rue du Fort", city: null, country: "LU" });
});
