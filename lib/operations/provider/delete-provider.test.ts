import { desc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { providerMembers } from "@/db/schema/provider-members";
import { providers } from "@/db/schema/providers";
import { seatLedger } from "@/db/schema/seat-ledger";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import { unlinkClient } from "@/lib/operations/client/unlink-client";
import { execute } from "@/lib/operations/command";
import { askProviderDeletion } from "@/lib/operations/provider/ask-provider-deletion";
import { changeProviderMemberRole } from "@/lib/operations/provider/change-member-role";
import { deleteProvider } from "@/lib/operations/provider/delete-provider";
import { getProviderDeletion } from "@/lib/operations/provider/get-deletion";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { getProviderRules } from "@/lib/operations/provider/get-provider-rules";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, mailsTo, queuedMails, tokenMailedTo } from "@/test/mails";
import { aConfirmed } from "@/test/organization";
import { aClientOf, aProviderWith } from "@/test/provider";

const team = {
  brett: "provider_admin, confirmed",
  betty: "provider_admin, confirmed",
  billy: "service_user, confirmed",
  waiting: "service_user, accepted",
} as const;

const proveAll = (tx: Tx) => tx.update(sessions).set({ provenAt: new Date() });

async function aLink(tx: Tx) {
  const made = await aProviderWith(tx, team, { teams: 75, enterprise: 0 });
  await proveAll(tx);
  await execute(tx, askProviderDeletion, made.brett.actor, { providerId: made.providerId });
  return { ...made, token: await tokenMailedTo(tx, made.brett.email) };
}

describe("asking to delete a provider", () => {
  test("is for its admins, with a fresh proof, and mails them what is about to go", async ({ tx }) => {
    const { providerId, brett, billy } = await aProviderWith(tx, team);
    const target = { providerId };
    await expectRefused(tx, askProviderDeletion, brett.actor, target, "proof_needed");
    await proveAll(tx);
    await expectRefused(tx, askProviderDeletion, billy.actor, target, "not_found");
    const { betty: stranger } = await aProviderWith(tx, { betty: "provider_admin, confirmed" });
    await expectRefused(tx, askProviderDeletion, stranger.actor, target, "not_found");
    await execute(tx, askProviderDeletion, brett.actor, target);
    expect(await mailsTo(tx, brett.email)).toMatchObject([
      {
        kind: "provider.delete",
        providerName: "My Provider",
        tenant: providerId,
        billingEmail: "billing@provider.example",
      },
    ]);
    expect(await eventsOf(tx)).toMatchObject([{ type: "provider.deletion_asked", providerId }]);
    expect(await tx.$count(providers, eq(providers.id, providerId))).toBe(1);
  });

  test("is refused while clients are linked, with their number", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, team);
    await aClientOf(tx, providerId);
    expect(await ask(tx, getProviderRules, brett.actor, { providerId })).toMatchObject({ clients: 1 });
    await proveAll(tx);
    await expectRefused(tx, askProviderDeletion, brett.actor, { providerId }, "clients_linked");
  });

  test("is refused to a suspended provider's people", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, team, { state: "suspended" });
    await proveAll(tx);
    await expectRefused(tx, askProviderDeletion, brett.actor, { providerId }, "provider_suspended");
  });
});

describe("the link that deletes a provider", () => {
  test("deletes it for good; accounts, log and ledger stay, and the team is told", async ({ tx }) => {
    const { providerId, brett, betty, billy, waiting, token } = await aLink(tx);
    expect(await ask(tx, getProviderDeletion, brett.actor, { token })).toMatchObject({
      state: "good",
      provider: { name: "My Provider", clients: 0 },
      invited: brett.email,
      you: { email: brett.email },
    });
    await execute(tx, deleteProvider, brett.actor, { token });

    expect(await tx.$count(providers, eq(providers.id, providerId))).toBe(0);
    expect(await tx.$count(providerMembers)).toBe(0);
    expect(await tx.$count(oneTimeTokens)).toBe(0);
    expect(await tx.$count(users)).toBe(4);
    await expect(ask(tx, getProviderFrame, billy.actor, { providerId })).rejects.toThrow();
    expect(await tx.select().from(seatLedger).orderBy(desc(seatLedger.id))).toMatchObject([
      {
        reason: "provider_deleted",
        plan: "teams_monthly",
        seatsBefore: 75,
        seatsAfter: 0,
        actorId: brett.userId,
      },
    ]);
    expect((await eventsOf(tx)).map(({ type, log }) => ({ type, log }))).toContainEqual({
      type: "provider.deleted",
      log: providerId,
    });
    const told = (await queuedMails(tx)).filter(({ kind }) => kind === "provider.deleted");
    expect(told.map(({ recipient }) => recipient).sort()).toEqual(
      [brett.email, betty.email, billy.email].sort(),
    );
    expect(told.some(({ recipient }) => recipient === waiting.email)).toBe(false);
    await expectRefused(tx, deleteProvider, brett.actor, { token }, "link_unknown");
  });

  test("works for nobody but the admin who asked, as long as they are one", async ({ tx }) => {
    const { providerId, brett, betty, billy, token } = await aLink(tx);
    await expectRefused(tx, deleteProvider, betty.actor, { token }, "email_does_not_match");
    await expectRefused(tx, deleteProvider, billy.actor, { token }, "not_found");
    const demotion = { providerId, memberId: brett.memberId, role: "service_user" as const };
    await execute(tx, changeProviderMemberRole, betty.actor, demotion);
    await expectRefused(tx, deleteProvider, brett.actor, { token }, "not_found");
    expect(await tx.$count(providers)).toBe(1);
  });

  test("works for an hour, and not once another was asked for", async ({ tx }) => {
    const { providerId, brett, token } = await aLink(tx);
    const [row] = await tx.select().from(oneTimeTokens);
    expect(Number(row?.expiresAt) - Number(row?.createdAt)).toBe(3_600_000);
    await execute(tx, askProviderDeletion, brett.actor, { providerId });
    await expectRefused(tx, deleteProvider, brett.actor, { token }, "link_replaced");
    const newer = await tokenMailedTo(tx, brett.email);
    await tx.update(oneTimeTokens).set({ expiresAt: new Date() });
    await expectRefused(tx, deleteProvider, brett.actor, { token: newer }, "link_expired");
  });

  test("is refused when a client came meanwhile, and works when it has left", async ({ tx }) => {
    const { providerId, brett, token } = await aLink(tx);
    const organizationId = await aClientOf(tx, providerId);
    await aConfirmed(tx, organizationId, "owner", "Maya Lindqvist");
    await expectRefused(tx, deleteProvider, brett.actor, { token }, "clients_linked");
    await execute(tx, unlinkClient, brett.actor, { providerId, organizationId });
    await execute(tx, deleteProvider, brett.actor, { token });
    expect(await tx.$count(providers)).toBe(0);
  });
});
