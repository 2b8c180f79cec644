import { and, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { providers } from "@/db/schema/providers";
import { sessions } from "@/db/schema/sessions";
import { checkSession } from "@/lib/operations/account/check-session";
import { listSessions } from "@/lib/operations/account/list-sessions";
import { correctClient } from "@/lib/operations/client/correct-client";
import { createClient } from "@/lib/operations/client/create-client";
import { unlinkClient } from "@/lib/operations/client/unlink-client";
import { execute } from "@/lib/operations/command";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { getProviderRules } from "@/lib/operations/provider/get-provider-rules";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { setClientCreation } from "@/lib/operations/provider/set-client-creation";
import { setMailLanguage } from "@/lib/operations/provider/set-mail-language";
import { setSessionLength } from "@/lib/operations/provider/set-session-length";
import { updateProvider } from "@/lib/operations/provider/update-provider";
import { ask } from "@/lib/operations/query";
import { readInvitation } from "@/lib/operations/token/read-invitation";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, languagesOfMailsTo, tokenMailedTo } from "@/test/mails";
import { anyId } from "@/test/organization";
import { aPerson, type Person, publicKey, sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

const wardens = { brett: "provider_admin, confirmed", billy: "service_user, confirmed" } as const;

const aNewClient = (providerId: string, seats: number) => ({
  providerId,
  organizationId: anyId(),
  organizationKeyId: anyId(),
  name: "New Client",
  plan: "teams_monthly" as const,
  seats,
  ownerEmail: "owner@client.example",
  organizationKeyForProvider: sealedText(5),
  publicKey: publicKey(),
  privateKeyForOrganization: sealedText(77),
  collectionName: sealedText(),
});

/** Makes the log-in of a person so many hours old. */
const logInWas = (tx: Tx, { actor }: Person, hoursAgo: number) =>
  tx
    .update(sessions)
    .set({ createdAt: new Date(Date.now() - hoursAgo * 3_600_000) })
    .where(eq(sessions.id, actor.sessionId ?? ""));

describe("the details of a provider", () => {
  test("each that differs is told in the log, with what it was where it may be said", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const before = { providerId, name: "My Provider", billingEmail: "billing@provider.example" };
    await execute(tx, updateProvider, brett.actor, before);
    expect(await eventsOf(tx)).toEqual([]);

    await execute(tx, updateProvider, brett.actor, {
      ...before,
      name: "Northbeam",
      billingPhone: "+352 1",
      city: "Luxembourg",
      country: "LU",
    });
    const told = (await eventsOf(tx)).map(({ type, details }) => ({ type, details }));
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        {
          type: "provider.updated",
          details: { name: "Northbeam", change: "name", from: "My Provider", to: "Northbeam" },
        },
        { type: "provider.updated", details: { name: "Northbeam", change: "billing_phone" } },
        { type: "provider.updated", details: { name: "Northbeam", change: "address" } },
      ]),
    );
    const [row] = await tx.select().from(providers).where(eq(providers.id, providerId));
    expect(row).toMatchObject({ sortName: "northbeam", billingPhone: "+352 1", country: "LU" });
  });
});

describe("service users and new clients", () => {
  test("they make none unless the provider lets them, and the log says that it did", async ({ tx }) => {
    const { providerId, brett, billy } = await aProviderWith(tx, wardens);
    await expectRefused(tx, createClient, billy.actor, aNewClient(providerId, 5), "not_found");
    await execute(tx, setClientCreation, brett.actor, { providerId, allowed: true });
    await execute(tx, setClientCreation, brett.actor, { providerId, allowed: true });
    expect(await eventsOf(tx)).toMatchObject([
      { type: "provider.client_creation_changed", details: { change: "on" } },
    ]);
    const { may } = await ask(tx, getProviderFrame, billy.actor, { providerId });
    expect(may).toContain("create_clients");
    expect(may).not.toContain("purchase_seats");
    expect(may).not.toContain("unlink_clients");
    expect(may).not.toContain("read_settings");
  });

  test("they stay within the seats of the minimum, and neither purchase nor unlink", async ({ tx }) => {
    const { providerId, brett, billy } = await aProviderWith(tx, wardens, { teams: 10 });
    await execute(tx, setClientCreation, brett.actor, { providerId, allowed: true });
    await expectRefused(tx, createClient, billy.actor, aNewClient(providerId, 11), "seats_need_purchase");
    const made = aNewClient(providerId, 10);
    await execute(tx, createClient, billy.actor, made);
    const { organizationId, name, plan, ownerEmail } = made;
    await expectRefused(
      tx,
      correctClient,
      billy.actor,
      { providerId, organizationId, name, plan, ownerEmail, seats: 12 },
      "seats_need_purchase",
    );
    await expectRefused(tx, unlinkClient, billy.actor, { providerId, organizationId }, "not_found");
    await execute(tx, setClientCreation, brett.actor, { providerId, allowed: false });
    await expectRefused(tx, createClient, billy.actor, aNewClient(providerId, 1), "not_found");
  });

  test("a suspended provider lets nobody make one", async ({ tx }) => {
    const { providerId, brett, billy } = await aProviderWith(tx, wardens);
    await execute(tx, setClientCreation, brett.actor, { providerId, allowed: true });
    await tx.update(providers).set({ state: "suspended" }).where(eq(providers.id, providerId));
    await expectRefused(tx, createClient, billy.actor, aNewClient(providerId, 5), "provider_suspended");
  });
});

describe("the length of sessions", () => {
  const seen = (tx: Tx, { userId, actor }: Person) =>
    ask(tx, checkSession, actor, { userId, sessionId: actor.sessionId ?? "" });

  test("an older log-in is over at the next request and the next act, on whatever page", async ({ tx }) => {
    const { providerId, brett, billy } = await aProviderWith(tx, wardens);
    const stranger = await aPerson(tx, "Betty Warden");
    for (const person of [billy, stranger]) await logInWas(tx, person, 11);
    expect(await seen(tx, billy)).not.toBeNull();
    for (const person of [billy, stranger]) await logInWas(tx, person, 13);
    expect(await seen(tx, billy)).toBeNull();
    expect(await seen(tx, stranger)).not.toBeNull();
    expect(await ask(tx, listSessions, billy.actor, {})).toEqual([]);
    await aClientOf(tx, providerId);
    await expectRefused(tx, setSessionLength, billy.actor, { providerId, hours: 24 }, "not_signed_in");

    await execute(tx, setSessionLength, brett.actor, { providerId, hours: 24 });
    expect(await seen(tx, billy)).not.toBeNull();
    expect(await eventsOf(tx)).toMatchObject([
      { type: "provider.session_length_changed", details: { before: 12, hours: 24 } },
    ]);
  });

  test("of somebody in two teams, the shorter counts; of somebody who waits, none", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const other = await aProviderWith(tx, {
      betty: "provider_admin, confirmed",
      walt: "service_user, accepted",
    });
    await execute(tx, setSessionLength, other.betty.actor, { providerId: other.providerId, hours: 1 });
    for (const person of [brett, other.betty, other.walt]) await logInWas(tx, person, 2);
    expect(await seen(tx, brett)).not.toBeNull();
    expect(await seen(tx, other.betty)).toBeNull();
    expect(await seen(tx, other.walt)).not.toBeNull();
    expect(await ask(tx, getProviderRules, brett.actor, { providerId })).toMatchObject({ sessionHours: 12 });
  });

  test.for([0, 721, 1.5])("%d hours are none", async (hours, { tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    await expect(execute(tx, setSessionLength, brett.actor, { providerId, hours })).rejects.toThrow();
  });
});

test("whoever has chosen no language is written to in the provider's, and begins with it", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, wardens);
  const email = "new@provider.example";
  const invite = () =>
    execute(tx, inviteProviderMembers, brett.actor, { providerId, emails: [email], role: "service_user" });
  await execute(tx, setMailLanguage, brett.actor, { providerId, language: "fr" });
  await invite();
  expect(await languagesOfMailsTo(tx, email)).toEqual(["fr"]);
  const token = await tokenMailedTo(tx, email);
  expect(await ask(tx, readInvitation, brett.actor, { token })).toMatchObject({ language: "fr" });

  await execute(tx, createClient, brett.actor, aNewClient(providerId, 5));
  expect(await languagesOfMailsTo(tx, "owner@client.example")).toEqual(["fr"]);
  expect(await eventsOf(tx)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ type: "provider.language_changed", details: { language: "fr" } }),
    ]),
  );
});

test("another provider's settings do not exist", async ({ tx }) => {
  const { providerId } = await aProviderWith(tx, wardens);
  const { betty } = await aProviderWith(tx, { betty: "provider_admin, confirmed" });
  await expectRefused(tx, setClientCreation, betty.actor, { providerId, allowed: true }, "not_found");
  await expectRefused(tx, setSessionLength, betty.actor, { providerId, hours: 3 }, "not_found");
  await expectRefused(tx, setMailLanguage, betty.actor, { providerId, language: "en" }, "not_found");
  expect(await tx.$count(providers, and(eq(providers.id, providerId), eq(providers.sessionHours, 12)))).toBe(
    1,
  );
});
