import { and, eq, isNotNull } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { clientJobRows } from "@/db/schema/client-jobs";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import type { ClientJobId, OrganizationId, ProviderId } from "@/lib/domain/ids";
import { applyBlueprint } from "@/lib/operations/blueprint/apply-blueprint";
import { getClientState } from "@/lib/operations/blueprint/get-client-state";
import { getUnlinking } from "@/lib/operations/client/get-unlinking";
import { setClientTags } from "@/lib/operations/client/set-client-tags";
import { unlinkClient } from "@/lib/operations/client/unlink-client";
import { getClientJob } from "@/lib/operations/client-job/get-client-job";
import { retryClientJob } from "@/lib/operations/client-job/retry-client-job";
import { settleClientJob } from "@/lib/operations/client-job/settle-client-job";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { eventsOf } from "@/test/mails";
import { aRefusedJob, aSavedBlueprint, aTagOn, aWaitingJob, leavingAlone } from "@/test/neighbour";
import { aConfirmed, aMemberOf, aVisit, keyOf } from "@/test/organization";
import { aClientOf, aProviderWith } from "@/test/provider";

/** A provider with two clients, of which one is left alone. */
async function twoClients(tx: Tx) {
  const team = await aProviderWith(tx, {
    brett: "provider_admin, confirmed",
    betty: "service_user, confirmed",
  });
  const { providerId, brett } = team;
  const plan = "enterprise_monthly" as const;
  const sibling = await aClientOf(tx, providerId, { name: "Dune Coffee Roasters", plan });
  const organizationId = await aClientOf(tx, providerId, { name: "Cobalt Manufacturing", plan });
  return { ...team, actor: brett.actor, organizationId, sibling };
}

const aPlaceOf = async (
  tx: Tx,
  { providerId, brett }: Awaited<ReturnType<typeof twoClients>>,
  organizationId: OrganizationId,
) => {
  const memberId = await aMemberOf(tx, organizationId, brett, { role: "admin" });
  const isPlace = eq(organizationMembers.id, memberId);
  await tx.update(organizationMembers).set({ placeOfProvider: providerId }).where(isPlace);
};

describe("another client of the provider is left alone by", () => {
  test("taking a tag from a client that both have", async ({ tx }) => {
    const { providerId, actor, organizationId, sibling } = await twoClients(tx);
    await aTagOn(tx, providerId, [organizationId, sibling]);
    const taken = { providerId, organizationId, tagIds: [] };
    await leavingAlone(tx, { marks: [sibling] }, () => execute(tx, setClientTags, actor, taken));
  });

  test("unlinking a client, where the provider has a place in both; one place is announced", async ({
    tx,
  }) => {
    const here = await twoClients(tx);
    const { providerId, actor, organizationId, sibling } = here;
    for (const client of [organizationId, sibling]) await aPlaceOf(tx, here, client);
    await aConfirmed(tx, organizationId, "owner", "Maya Lindqvist");
    const target = { providerId, organizationId };
    expect(await ask(tx, getUnlinking, actor, target)).toMatchObject({ places: 1 });
    await leavingAlone(tx, { marks: [sibling] }, () => execute(tx, unlinkClient, actor, target));
  });

  test("applying a blueprint: the log names the client that it was applied to", async ({ tx }) => {
    const { providerId, betty, organizationId, sibling } = await twoClients(tx);
    await aVisit(tx, organizationId, providerId, betty);
    const blueprintId = await aSavedBlueprint(tx, providerId);
    const client = { providerId, organizationId };
    const { mark } = await ask(tx, getClientState, betty.actor, client);
    const nothing = { collections: [], groups: [], cells: [], switches: null };
    const part = { ...client, ...nothing, organizationKeyId: keyOf(organizationId), blueprintId, mark };
    await leavingAlone(tx, { marks: [sibling] }, () =>
      execute(tx, applyBlueprint, betty.actor, { ...part, isLast: true }),
    );
    const [tie] = await tx
      .select({ providerOrganizationId: providerOrganizations.id })
      .from(providerOrganizations)
      .where(eq(providerOrganizations.organizationId, organizationId));
    const told = (await eventsOf(tx)).filter(({ type }) => type === "client.blueprint_applied");
    expect(told).toMatchObject([{ ...tie }]);
  });
});

describe("another job of the provider is left alone by", () => {
  const isOf = (jobId: ClientJobId) => eq(clientJobRows.jobId, jobId);
  const refusedIn = (tx: Tx, jobId: ClientJobId) =>
    tx.$count(clientJobRows, and(isOf(jobId), isNotNull(clientJobRows.refusal)));

  /** Two jobs that give a tag and fitted nobody: one over the first client, the other over both. */
  async function twoJobs(tx: Tx) {
    const here = await twoClients(tx);
    const { providerId, brett, organizationId, sibling } = here;
    const tagId = await aTagOn(tx, providerId, []);
    const job = { askedBy: brett.userId, work: { kind: "tag" as const, tagId } };
    const other = await aRefusedJob(tx, providerId, job, [sibling, organizationId]);
    const jobId = await aRefusedJob(tx, providerId, job, [organizationId]);
    return { ...here, jobId, other };
  }

  test("trying one again", async ({ tx }) => {
    const { providerId, actor, jobId, other, sibling } = await twoJobs(tx);
    await leavingAlone(tx, { marks: [other, sibling] }, () =>
      execute(tx, retryClientJob, actor, { providerId, jobId }),
    );
    expect([await refusedIn(tx, jobId), await refusedIn(tx, other)]).toEqual([0, 2]);
  });

  test("being asked for one", async ({ tx }) => {
    const { providerId, actor, jobId, organizationId } = await twoJobs(tx);
    const { rows } = await ask(tx, getClientJob, actor, { providerId, jobId });
    expect(rows.map(({ id }) => id)).toEqual([organizationId]);
  });

  test("settling a client of one that waits in the other, too", async ({ tx }) => {
    const { providerId, betty, organizationId } = await twoClients(tx);
    const blueprintId = await aSavedBlueprint(tx, providerId);
    const job = { askedBy: betty.userId, work: { kind: "blueprint" as const, blueprintId } };
    const wait = (of: ProviderId) => aWaitingJob(tx, of, job, [organizationId]);
    const [other, jobId] = [await wait(providerId), await wait(providerId)];
    const outcome = { kind: "refused", refusal: "needs_a_look" } as const;
    await leavingAlone(tx, { marks: [other] }, () =>
      execute(tx, settleClientJob, betty.actor, { providerId, jobId, organizationId, outcome }),
    );
    expect(await refusedIn(tx, jobId)).toBe(1);
  });
});
