import { randomUUID } from "node:crypto";
import { eq, is, sql } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import * as schema from "@/db/schema";
import { blueprints } from "@/db/schema/blueprints";
import { clientJobRows, clientJobs } from "@/db/schema/client-jobs";
import { clientTags, providerTags } from "@/db/schema/client-tags";
import { invoiceItems } from "@/db/schema/invoice-items";
import { invoiceLines } from "@/db/schema/invoice-lines";
import { invoices } from "@/db/schema/invoices";
import { organizationMembers } from "@/db/schema/organization-members";
import { Month } from "@/lib/domain/billing/month";
import {
  BlueprintId,
  ClientJobId,
  ClientTagId,
  type OrganizationId,
  type ProviderId,
  type UserId,
} from "@/lib/domain/ids";
import type { ClientWork } from "@/lib/domain/provider/client-jobs";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { aConfirmed, aMemberOf, aVisit } from "@/test/organization";
import { sealedText } from "@/test/people";
import { aPolicy } from "@/test/policies";
import { aClientOf, aProviderWith } from "@/test/provider";

/** What a neighbour and its client are called, and nobody else. */
const name = "Next Door";

export type Neighbour = Awaited<ReturnType<typeof aNeighbour>>;

/** Another provider with something of each kind: a team, a link, a client with its people, a visit, a tag, work and a bill. */
export async function aNeighbour(tx: Tx) {
  const team = await aProviderWith(
    tx,
    {
      boss: "provider_admin, confirmed",
      visitor: "service_user, confirmed",
      waiting: "service_user, accepted",
      invitee: "service_user, invited",
    },
    { name },
  );
  const { providerId, boss, visitor, waiting, invitee } = team;
  const organizationId = await aClientOf(tx, providerId, {
    name: `${name} Client`,
    plan: "enterprise_monthly",
  });
  const owner = await aConfirmed(tx, organizationId, "owner", `${name} Owner`);
  const placeId = await aMemberOf(tx, organizationId, boss, { role: "admin" });
  await tx
    .update(organizationMembers)
    .set({ placeOfProvider: providerId })
    .where(eq(organizationMembers.id, placeId));
  await aVisit(tx, organizationId, providerId, visitor);
  await aPolicy(tx, organizationId, "automatic_confirmation");
  const invitation = { email: invitee.email, providerMemberId: invitee.memberId };
  await issueToken(tx, { purpose: "provider_member", ...invitation }, new Date());
  const setUp = { email: boss.email, providerId };
  await issueToken(tx, { purpose: "provider_set_up", ...setUp }, new Date());
  const tagId = await aTagOn(tx, providerId, [organizationId]);
  const blueprintId = await aSavedBlueprint(tx, providerId);
  const job = { askedBy: boss.userId, work: { kind: "tag" as const, tagId } };
  const jobId = await aRefusedJob(tx, providerId, job, [organizationId]);
  const invoiceId = await anInvoice(tx, providerId, { clientName: `${name} Client` });

  const people = [boss, visitor, waiting, invitee, owner];
  const ids: string[] = [providerId, organizationId, tagId, blueprintId, jobId, invoiceId];
  /** Whatever names one of these is the neighbour's. */
  const marks = [...ids, ...people.flatMap(({ userId, email, memberId }) => [userId, email, memberId])];
  return { ...team, organizationId, owner, placeId, tagId, blueprintId, jobId, invoiceId, marks };
}

/** A tag of a provider, on some of its clients. */
export async function aTagOn(tx: Tx, providerId: ProviderId, clients: readonly OrganizationId[]) {
  const tagId = ClientTagId.parse(randomUUID());
  await tx.insert(providerTags).values({ id: tagId, providerId, name: sealedText(), color: "teal" });
  for (const organizationId of clients)
    await tx.insert(clientTags).values({ providerId, organizationId, tagId });
  return tagId;
}

export async function aSavedBlueprint(tx: Tx, providerId: ProviderId) {
  const id = BlueprintId.parse(randomUUID());
  await tx.insert(blueprints).values({ id, providerId, name: sealedText(), content: sealedText(9) });
  return id;
}

type Job = { askedBy: UserId; work: ClientWork };

/** A job over clients, each of which waits for a browser. */
export async function aWaitingJob(
  tx: Tx,
  providerId: ProviderId,
  { askedBy, work }: Job,
  clients: readonly OrganizationId[],
) {
  const id = ClientJobId.parse(randomUUID());
  await tx.insert(clientJobs).values({ id, providerId, kind: work.kind, work, askedBy });
  for (const organizationId of clients)
    await tx.insert(clientJobRows).values({ jobId: id, providerId, organizationId });
  return id;
}

/** The same where the work fitted none of them. */
export async function aRefusedJob(
  tx: Tx,
  providerId: ProviderId,
  job: Job,
  clients: readonly OrganizationId[],
) {
  const id = await aWaitingJob(tx, providerId, job, clients);
  await tx
    .update(clientJobRows)
    .set({ refusal: "too_many_tags_of_client" })
    .where(eq(clientJobRows.jobId, id));
  return id;
}

/** An open invoice of one line and one client. */
export async function anInvoice(tx: Tx, providerId: ProviderId, { clientName }: { clientName: string }) {
  const cents = 30_000;
  const day = 86_400_000;
  const [made] = await tx
    .insert(invoices)
    .values({
      providerId,
      month: Month.parse("2026-10"),
      number: `2026-${String(await tx.$count(invoices)).padStart(4, "0")}`,
      issuedAt: new Date(Date.now() - 40 * day),
      dueAt: new Date(Date.now() - 10 * day),
      currency: "USD",
      discountPercent: 0,
      subtotalCents: cents,
      discountCents: 0,
      creditCents: 0,
      totalCents: cents,
      billedTo: {
        name: clientName,
        businessName: null,
        email: "billing@provider.example",
        address: [],
        country: null,
        taxNumber: null,
      },
      issuer: { lines: [], howToPay: null },
    })
    .returning({ id: invoices.id });
  if (!made) throw new Error("no row came back");
  const first = { invoiceId: made.id, position: 0, plan: "teams_monthly" as const };
  await tx.insert(invoiceLines).values({ ...first, kind: "month", quantity: 75, unitCents: 400, cents });
  await tx
    .insert(invoiceItems)
    .values({ ...first, clientName, assigned: 75, used: 0, estimatedCents: cents });
  return made.id;
}

/** What an answer names of the neighbour. */
export const namedOf = ({ marks }: Pick<Neighbour, "marks">, answer: unknown): string[] => {
  const told = JSON.stringify(answer) ?? "";
  return [...marks, name].filter((mark) => told.includes(mark));
};

/**
 * Does something that must leave somebody alone: every row that names one of `marks`, its letters, events and locks
 * included, is afterwards as it was before. PostgreSQL keeps in `xmax` who has last locked a row, even when the lock was
 * taken by an act that was refused.
 */
export async function leavingAlone<Result>(
  tx: Tx,
  { marks }: { marks: readonly string[] },
  act: () => Promise<Result>,
): Promise<Result> {
  const before = await rowsThatName(tx, marks);
  expect(before).not.toEqual([]);
  const result = await act();
  expect(await rowsThatName(tx, marks)).toEqual(before);
  return result;
}

async function rowsThatName(tx: Tx, marks: readonly string[]): Promise<unknown[]> {
  const pattern = marks.map((mark) => mark.replaceAll(".", "\\.")).join("|");
  const each = Object.values(schema)
    .filter((table) => is(table, PgTable))
    .map((table) => {
      const of = getTableConfig(table).name;
      return sql`select ${of}::text as of, to_jsonb(each_row) as row, each_row.xmax::text as held
        from ${sql.identifier(of)} as each_row where to_jsonb(each_row)::text ~ ${pattern}`;
    });
  const { rows } = await tx.execute(
    sql`select * from (${sql.join(each, sql` union all `)}) as found order by of, row::text`,
  );
  return rows;
}
