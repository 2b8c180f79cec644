import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { blueprints } from "@/db/schema/blueprints";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { operatorActor } from "@/lib/domain/actor";
import { blueprintLimit } from "@/lib/domain/blueprint/inputs";
import { OrganizationId, type ProviderId } from "@/lib/domain/ids";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";
import { reinstateProvider } from "@/lib/operations/admin/reinstate-provider";
import { resendProviderInvitation } from "@/lib/operations/admin/resend-provider-invitation";
import { suspendProvider } from "@/lib/operations/admin/suspend-provider";
import { getInvoiceToCollect } from "@/lib/operations/billing/get-invoice-to-collect";
import { listInvoiceClients } from "@/lib/operations/billing/list-invoice-clients";
import { getClientState } from "@/lib/operations/blueprint/get-client-state";
import { listBlueprints } from "@/lib/operations/blueprint/list-blueprints";
import { saveBlueprint } from "@/lib/operations/blueprint/save-blueprint";
import { correctClient } from "@/lib/operations/client/correct-client";
import { createClient } from "@/lib/operations/client/create-client";
import { deleteTag } from "@/lib/operations/client/delete-tag";
import { findClients } from "@/lib/operations/client/find-clients";
import { getUnlinking } from "@/lib/operations/client/get-unlinking";
import { linkClient } from "@/lib/operations/client/link-client";
import { listClients } from "@/lib/operations/client/list-clients";
import { getSeatsOfClients } from "@/lib/operations/client-job/get-seats-of-clients";
import { listClientJobs } from "@/lib/operations/client-job/list-client-jobs";
import { retryClientJob } from "@/lib/operations/client-job/retry-client-job";
import { execute } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";
import { changeProviderMemberRole } from "@/lib/operations/provider/change-member-role";
import { deleteProvider } from "@/lib/operations/provider/delete-provider";
import { getMembersToConfirm } from "@/lib/operations/provider/get-members-to-confirm";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { ask } from "@/lib/operations/query";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aNeighbour, anInvoice, leavingAlone, namedOf } from "@/test/neighbour";
import { aConfirmed, aMemberOf, anOrganizationWith, aVisit, keyOf } from "@/test/organization";
import { publicKey, sealedKey, sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

const operator = operatorActor();
const reason = "Two invoices are overdue.";

/** A provider without clients, and another one that has everything. */
async function twoProviders(tx: Tx) {
  const neighbour = await aNeighbour(tx);
  const team = await aProviderWith(tx, {
    brett: "provider_admin, confirmed",
    betty: "service_user, confirmed",
    billy: "service_user, accepted",
    invitee: "service_user, invited",
  });
  return { ...team, actor: team.brett.actor, neighbour };
}

type World = Awaited<ReturnType<typeof twoProviders>>;
/** Prepares what it needs, and answers the act or the question. */
type Case = (tx: Tx, here: World) => Promise<() => Promise<unknown>>;

/** Somebody of the provider who belongs to the neighbour too, and has been in its client. */
async function inBoth(tx: Tx, { neighbour }: World, person: World["betty"]) {
  await tx.insert(providerMembers).values({
    ...{ providerId: neighbour.providerId, userId: person.userId, role: "service_user", status: "confirmed" },
    providerKeyForMember: sealedKey(),
  });
  const memberId = await aMemberOf(tx, neighbour.organizationId, person, { role: "owner" });
  await tx
    .update(organizationMembers)
    .set({ placeOfProvider: neighbour.providerId, letInByProvider: true })
    .where(eq(organizationMembers.id, memberId));
  await aVisit(tx, neighbour.organizationId, neighbour.providerId, person);
}

const aForm = (providerId: ProviderId, organizationId: OrganizationId) => ({
  ...{ providerId, organizationId, organizationKeyId: keyOf(organizationId) },
  organizationKeyForProvider: sealedText(5),
  shown: { plan: "teams_monthly" as const, from: 0, to: 10, purchase: 0 },
});

const acts: Record<string, Case> = {
  "suspending a provider": async (tx, { providerId }) => {
    await aClientOf(tx, providerId);
    return () => execute(tx, suspendProvider, operator, { providerId, reason });
  },
  "reinstating it": async (tx, { providerId, neighbour }) => {
    for (const suspended of [providerId, neighbour.providerId])
      await execute(tx, suspendProvider, operator, { providerId: suspended, reason });
    return () => execute(tx, reinstateProvider, operator, { providerId });
  },
  "sending a set-up link again": async (tx) => {
    const invitation = { email: "new@provider.example", teamsSeats: 1, enterpriseSeats: 0 };
    const { providerId } = await execute(tx, inviteProvider, operator, invitation);
    return () => execute(tx, resendProviderInvitation, operator, { providerId });
  },
  "deleting a provider": async (tx, { providerId, brett }) => {
    const { userId, email, actor } = brett;
    const link = { purpose: "provider_deletion" as const, email, providerId, userId };
    const token = await issueToken(tx, link, new Date());
    return () => execute(tx, deleteProvider, actor, { token });
  },
  "removing somebody from the team who is in the neighbour's too": async (tx, here) => {
    await inBoth(tx, here, here.betty);
    const input = { providerId: here.providerId, memberIds: [here.betty.memberId] };
    return () => execute(tx, removeProviderMembers, here.actor, input);
  },
  "saving a blueprint while the neighbour has as many as can be": async (
    tx,
    { providerId, actor, neighbour },
  ) => {
    const sealed = { name: sealedText(), content: sealedText(9) };
    const theirs = { providerId: neighbour.providerId, ...sealed };
    await tx
      .insert(blueprints)
      .values(Array.from({ length: blueprintLimit }, () => ({ id: randomUUID() as never, ...theirs })));
    return () => execute(tx, saveBlueprint, actor, { providerId, blueprintId: randomUUID(), ...sealed });
  },
  "correcting a client's owner and plan while the neighbour's client has people": async (tx, here) => {
    const ids = { providerId: here.providerId, organizationId: randomUUID() };
    const typed = {
      name: "Cobalt",
      plan: "teams_monthly" as const,
      seats: 5,
      ownerEmail: "a@client.example",
    };
    await execute(tx, createClient, here.actor, {
      ...{ ...ids, ...typed },
      organizationKeyId: randomUUID(),
      organizationKeyForProvider: sealedText(5),
      publicKey: publicKey(),
      privateKeyForOrganization: sealedText(77),
      collectionName: sealedText(),
    });
    const right = { ...typed, plan: "enterprise_monthly" as const, ownerEmail: "b@client.example" };
    return async () => {
      await execute(tx, correctClient, here.actor, { ...ids, ...right });
      const isOfClient = eq(organizationMembers.organizationId, OrganizationId.parse(ids.organizationId));
      expect(await tx.select().from(organizationMembers).where(isOfClient)).toMatchObject([
        { email: right.ownerEmail, status: "invited" },
      ]);
    };
  },
  "joining a team, for whoever is in the neighbour's and in its client": async (tx, here) => {
    const { invitee } = here;
    await inBoth(tx, here, invitee);
    const invitation = { email: invitee.email, providerMemberId: invitee.memberId };
    const token = await issueToken(tx, { purpose: "provider_member", ...invitation }, new Date());
    return () => execute(tx, acceptProviderInvitation, invitee.actor, { token });
  },
  "linking an organization where one of its team waits with a recovery": async (tx, here) => {
    const { providerId, brett, neighbour } = here;
    const { organizationId } = await anOrganizationWith(tx);
    await aMemberOf(tx, organizationId, brett, { role: "owner" });
    await aMemberOf(tx, organizationId, neighbour.boss, { role: "admin" });
    const member = await aConfirmed(tx, organizationId, "user", "Claire Dubois");
    await tx.insert(accountRecoveries).values({
      ...{ organizationId, memberId: member.memberId, memberRole: "user", askedBy: neighbour.boss.userId },
      ...{ askedAt: new Date(), readyAt: new Date(), forProvider: false },
    });
    return () => execute(tx, linkClient, brett.actor, aForm(providerId, organizationId));
  },
};

describe("the neighbour is left alone by", () => {
  for (const [what, prepare] of Object.entries(acts))
    test(what, async ({ tx }) => {
      const here = await twoProviders(tx);
      await leavingAlone(tx, here.neighbour, await prepare(tx, here));
    });
});

const questions: Record<string, Case> = {
  "the members to confirm":
    async (tx, { providerId, actor, billy }) =>
    async () => {
      const told = await ask(tx, getMembersToConfirm, actor, { providerId });
      expect(JSON.stringify(told)).toContain(billy.memberId);
      return told;
    },
  "the jobs":
    async (tx, { providerId, actor }) =>
    () =>
      ask(tx, listClientJobs, actor, { providerId }),
  "the blueprints":
    async (tx, { providerId, actor }) =>
    () =>
      ask(tx, listBlueprints, actor, { providerId }),
  "the clients that somebody of both was in last": async (tx, here) => {
    await inBoth(tx, here, here.betty);
    return () => ask(tx, findClients, here.betty.actor, { providerId: here.providerId, search: "" });
  },
  "the clients that have a tag of the neighbour": async (tx, { providerId, actor, neighbour }) => {
    await aClientOf(tx, providerId);
    return () => ask(tx, listClients, actor, { providerId, tag: neighbour.tagId });
  },
  "the clients of an invoice": async (tx, { providerId, actor }) => {
    const invoiceId = await anInvoice(tx, providerId, { clientName: "Cobalt" });
    return async () => {
      const told = await ask(tx, listInvoiceClients, actor, { providerId, invoiceId });
      expect(told.clients).toMatchObject([{ clientName: "Cobalt" }]);
      return told;
    };
  },
  "an invoice for a payment service": async (tx, { providerId }) => {
    const invoiceId = await anInvoice(tx, providerId, { clientName: "Cobalt" });
    return async () => {
      const told = await ask(tx, getInvoiceToCollect, operator, { invoiceId });
      expect(told?.lines).toHaveLength(1);
      return told;
    };
  },
  "the policies of a client": async (tx, { providerId, betty }) => {
    const organizationId = await aClientOf(tx, providerId, { plan: "enterprise_monthly" });
    await aVisit(tx, organizationId, providerId, betty);
    return async () => {
      const told = await ask(tx, getClientState, betty.actor, { providerId, organizationId });
      expect(told.policies).toEqual([]);
      return told;
    };
  },
};

describe("nothing of the neighbour is told with", () => {
  for (const [what, prepare] of Object.entries(questions))
    test(what, async ({ tx }) => {
      const here = await twoProviders(tx);
      const question = await prepare(tx, here);
      expect(namedOf(here.neighbour, await question())).toEqual([]);
    });
});

describe("by the ids of the neighbour", () => {
  test("nothing is told of the seats of its client, beside one's own", async ({ tx }) => {
    const { providerId, actor, neighbour } = await twoProviders(tx);
    const organizationIds = [await aClientOf(tx, providerId), neighbour.organizationId];
    await expect(ask(tx, getSeatsOfClients, actor, { providerId, organizationIds })).rejects.toThrow(
      NotFound,
    );
  });

  test("nothing is told of unlinking its client", async ({ tx }) => {
    const { providerId, actor, neighbour } = await twoProviders(tx);
    const { organizationId } = neighbour;
    await expect(ask(tx, getUnlinking, actor, { providerId, organizationId })).rejects.toThrow(NotFound);
  });

  test("its tag is not deleted, and no client of it is held", async ({ tx }) => {
    const { providerId, actor, neighbour } = await twoProviders(tx);
    const { tagId } = neighbour;
    await leavingAlone(tx, neighbour, () =>
      expectRefused(tx, deleteTag, actor, { providerId, tagId }, "not_found"),
    );
  });

  test("its job is not tried again, and no client of it is held", async ({ tx }) => {
    const { providerId, actor, neighbour } = await twoProviders(tx);
    const { jobId } = neighbour;
    await leavingAlone(tx, neighbour, () =>
      expectRefused(tx, retryClientJob, actor, { providerId, jobId }, "not_found"),
    );
  });
});

test("the last admin of a provider stays one, whatever admins others have", async ({ tx }) => {
  const { providerId, brett } = await twoProviders(tx);
  const less = { providerId, memberId: brett.memberId, role: "service_user" as const };
  await expectRefused(tx, changeProviderMemberRole, brett.actor, less, "last_provider_admin");
});

describe("an organization that nobody answers for lets its new provider in, whoever was let in", () => {
  async function linked(tx: Tx, letIn: (here: World, organizationId: OrganizationId) => Promise<unknown>) {
    const here = await twoProviders(tx);
    const { organizationId } = await anOrganizationWith(tx, { providerAccess: "closed" });
    await aMemberOf(tx, organizationId, here.brett, { role: "owner" });
    await letIn(here, organizationId);
    await execute(tx, linkClient, here.actor, aForm(here.providerId, organizationId));
    const [row] = await tx.select().from(organizations).where(eq(organizations.id, organizationId));
    return row?.providerAccess;
  }

  test("somewhere else", async ({ tx }) => {
    expect(await linked(tx, (here) => inBoth(tx, here, here.brett))).toBe("full");
  });

  test("beside its owner", async ({ tx }) => {
    const another = async (_: World, organizationId: OrganizationId) => {
      const { memberId } = await aConfirmed(tx, organizationId, "user", "Claire Dubois");
      const isOther = eq(organizationMembers.id, memberId);
      await tx.update(organizationMembers).set({ letInByProvider: true }).where(isOther);
    };
    expect(await linked(tx, another)).toBe("full");
  });
});
