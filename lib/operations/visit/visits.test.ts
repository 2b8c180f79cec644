import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { clientVisits } from "@/db/schema/client-visits";
import { events } from "@/db/schema/events";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { anonymousActor } from "@/lib/domain/actor";
import { updateProfile } from "@/lib/operations/account/update-profile";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { getOrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { ask } from "@/lib/operations/query";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { leaveClient } from "@/lib/operations/visit/leave-client";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aConfirmed, anOrganizationWith, anyId, aProviderWithAdmin } from "@/test/organization";
import { aPerson } from "@/test/people";
import { withTwoStep } from "@/test/policies";

async function aClient(tx: Tx) {
  const { providerId, admin } = await aProviderWithAdmin(tx);
  return { providerId, admin, ...(await anOrganizationWith(tx, { provider: { providerId } })) };
}

describe("a provider user's visit", () => {
  test("begins and ends in both logs, and serves the client only meanwhile", async ({ tx }) => {
    const { providerId, admin, organizationId } = await aClient(tx);
    const key = () => ask(tx, getOrganizationKey, admin.actor, { organizationId });
    await expect(key()).rejects.toMatchObject({ refusal: "client_not_entered" });

    await execute(tx, enterClient, admin.actor, { organizationId });
    expect(await key()).toMatchObject({ kind: "provider", providerId });
    const frame = await ask(tx, getOrganizationFrame, admin.actor, { organizationId });
    expect(frame.may).toContain("manage_owners");
    expect(frame.may).not.toContain("answer_provider");
    expect(frame.visitSince).toBeInstanceOf(Date);

    expect(await execute(tx, leaveClient, admin.actor, { organizationId })).toEqual({ providerId });
    await expect(key()).rejects.toMatchObject({ refusal: "client_not_entered" });

    const log = await tx.select().from(events).orderBy(events.sequence);
    expect(log.map(({ type }) => type).sort()).toEqual([
      "client.entered",
      "client.left",
      "organization.entered_by_provider",
      "organization.left_by_provider",
    ]);
    for (const event of log) {
      expect(event.providerId).toBe(providerId);
      expect(event.organizationId).toBe(event.type.startsWith("client.") ? null : organizationId);
    }
  });

  test("begins only with the second step that the provider requires", async ({ tx }) => {
    const { providerId, admin, organizationId } = await aClient(tx);
    await tx.update(providers).set({ requiresTwoStep: true }).where(eq(providers.id, providerId));
    await expectRefused(tx, enterClient, admin.actor, { organizationId }, "two_step_required");
    expect(await tx.$count(events)).toBe(0);
    await withTwoStep(tx, admin.userId);
    await execute(tx, enterClient, admin.actor, { organizationId });
  });

  test("names in the log whose it was, whatever name they took meanwhile", async ({ tx }) => {
    const { admin, organizationId } = await aClient(tx);
    const owner = await aConfirmed(tx, organizationId, "owner", "Olive Owner");
    await execute(tx, enterClient, admin.actor, { organizationId });
    await execute(tx, updateProfile, admin.actor, { name: "Olive Owner", locale: "en" });
    await execute(tx, leaveClient, admin.actor, { organizationId });
    const { events: log } = await ask(tx, listOrganizationEvents, owner.actor, { organizationId });
    const left = log.find(({ type }) => type === "organization.left_by_provider");
    expect(left).toMatchObject({ details: { visitor: admin.email }, actorEmail: admin.email });
  });

  test("is one, however often it is begun", async ({ tx }) => {
    const { admin, organizationId } = await aClient(tx);
    await execute(tx, enterClient, admin.actor, { organizationId });
    await execute(tx, enterClient, admin.actor, { organizationId });
    expect(await tx.$count(clientVisits)).toBe(1);
    expect(await tx.$count(events)).toBe(2);
  });

  test("belongs to one session: another of the same person is outside", async ({ tx }) => {
    const { admin, organizationId } = await aClient(tx);
    await execute(tx, enterClient, admin.actor, { organizationId });
    const other = await aPerson(tx, "Other Device");
    const elsewhere = { ...admin.actor, sessionId: other.actor.sessionId };
    await expect(ask(tx, getOrganizationKey, elsewhere, { organizationId })).rejects.toMatchObject({
      refusal: "client_not_entered",
    });
  });

  test("is closed to strangers as if the client did not exist", async ({ tx }) => {
    const { organizationId } = await aClient(tx);
    const { admin: stranger } = await aProviderWithAdmin(tx, "Another");
    await expectRefused(tx, enterClient, stranger.actor, { organizationId }, "not_found");
    await expectRefused(tx, enterClient, stranger.actor, { organizationId: anyId() }, "not_found");
    const nobody = anonymousActor(stranger.actor.device);
    await expectRefused(tx, enterClient, nobody, { organizationId }, "not_signed_in");
    await expectRefused(tx, leaveClient, stranger.actor, { organizationId }, "not_found");
    expect(await tx.$count(clientVisits)).toBe(0);
  });

  test("ends being of use when the client closes its door, and can still be left", async ({ tx }) => {
    const { admin, organizationId } = await aClient(tx);
    await execute(tx, enterClient, admin.actor, { organizationId });
    await tx
      .update(organizations)
      .set({ providerAccess: "closed" })
      .where(eq(organizations.id, organizationId));
    const closed = { refusal: "provider_access_closed" };
    await expect(ask(tx, getOrganizationKey, admin.actor, { organizationId })).rejects.toMatchObject(closed);
    await expect(ask(tx, getOrganizationFrame, admin.actor, { organizationId })).rejects.toMatchObject(
      closed,
    );
    await execute(tx, leaveClient, admin.actor, { organizationId });
    await expectRefused(tx, enterClient, admin.actor, { organizationId }, "provider_access_closed");
  });
});

describe("members of the organization", () => {
  test("hold their own key and need no visit", async ({ tx }) => {
    const { organizationId } = await anOrganizationWith(tx);
    const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
    expect(await ask(tx, getOrganizationKey, owner.actor, { organizationId })).toMatchObject({
      kind: "member",
    });
    const frame = await ask(tx, getOrganizationFrame, owner.actor, { organizationId });
    expect(frame.may).toEqual(expect.arrayContaining(["manage_owners", "answer_provider"]));
    expect(frame.visitSince).toBeNull();
  });

  test("who administer it and do not own it manage no owners", async ({ tx }) => {
    const { organizationId } = await anOrganizationWith(tx);
    const admin = await aConfirmed(tx, organizationId, "admin", "Betty Warden");
    const { may } = await ask(tx, getOrganizationFrame, admin.actor, { organizationId });
    expect(may).toContain("invite_members");
    expect(may).not.toContain("manage_owners");
  });

  test("without a role in its administration see no console, and have their key", async ({ tx }) => {
    const { organizationId } = await anOrganizationWith(tx);
    const user = await aConfirmed(tx, organizationId, "user", "Billy Warden");
    await expect(ask(tx, getOrganizationFrame, user.actor, { organizationId })).rejects.toThrow(NotFound);
    await ask(tx, getOrganizationKey, user.actor, { organizationId });
  });

  test("hold no key of a suspended organization", async ({ tx }) => {
    const { organizationId } = await anOrganizationWith(tx, { state: "suspended" });
    const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
    await expect(ask(tx, getOrganizationKey, owner.actor, { organizationId })).rejects.toMatchObject({
      refusal: "organization_suspended",
    });
  });
});
