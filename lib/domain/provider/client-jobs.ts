import { z } from "zod";
import { allow, type Decision, type RefusalValues, refuse } from "@/lib/domain/decision";
import {
  BlueprintId,
  ClientJobId,
  ClientTagId,
  OrganizationId,
  ProviderId,
  type UserId,
} from "@/lib/domain/ids";
import { listFilter, pageOnly } from "@/lib/domain/list-view";
import { plans } from "@/lib/domain/organization/plans";
import { seatLimit } from "@/lib/domain/provider/seats";
import type { Refusal } from "@/lib/domain/refusal";
import { selected } from "@/lib/domain/selection";

export const clientJobKinds = ["tag", "untag", "seats", "blueprint"] as const;
export type ClientJobKind = (typeof clientJobKinds)[number];

/** A number of seats that each client is given, or by how many its own changes. */
export const SeatChange = z.discriminatedUnion("mode", [
  z.object({ mode: z.literal("to"), seats: z.int().min(1).max(seatLimit) }),
  z.object({
    mode: z.literal("by"),
    seats: z
      .int()
      .min(-seatLimit)
      .max(seatLimit)
      .refine((seats) => seats !== 0, { error: "invalid" }),
  }),
]);
export type SeatChange = z.output<typeof SeatChange>;

/**
 * What a change of seats comes to, as the screen showed it: of each plan, by how many more are assigned and purchased;
 * of each client, how many it will have, or null where its seats stay.
 */
export const ConfirmedSeats = z.object({
  plans: z.array(z.object({ plan: z.enum(plans), change: z.int(), purchase: z.int() })).max(plans.length),
  clients: selected(z.object({ id: OrganizationId, to: z.int().nullable() })),
});
export type ConfirmedSeats = z.output<typeof ConfirmedSeats>;

/** What is done to each client of a job. */
export const ClientWork = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("tag"), tagId: ClientTagId }),
  z.object({ kind: z.literal("untag"), tagId: ClientTagId }),
  z.object({ kind: z.literal("seats"), change: SeatChange }),
  /** Needs keys: a browser does it, client after client. */
  z.object({ kind: z.literal("blueprint"), blueprintId: BlueprintId }),
]);
export type ClientWork = z.output<typeof ClientWork>;

/** How many seats a client had and has. */
export type SeatResult = { from: number; to: number };

/** Of a tag: the client was as asked before. */
export type TagResult = { asBefore: true };

/** Of seats: the numbers that the reason against it names. */
export type RefusedResult = { values: RefusalValues };

const count = z.int().min(0).max(10_000);

/** What a blueprint has made or changed in one client, and what of it was left out there, as counts. */
export const BlueprintResult = z.object({
  collections: count,
  groups: count,
  permissions: count,
  switches: count,
  policies: count,
  /** Groups and policies that the client's plan does not include. */
  lacking: count,
  /** Permissions and policies that something else stands against: the page that compares says what. */
  leftOut: count,
});
export type BlueprintResult = z.output<typeof BlueprintResult>;

/** Whether a client was as asked already: it counts as done, and nothing was changed. */
export const isAsBefore = (result: object | null): boolean =>
  result !== null &&
  ("asBefore" in result || ("from" in result && "to" in result && result.from === result.to));

/** Why a blueprint was not applied to one client of several. What is none of these is looked at by a person. */
export const blueprintRefusals = [
  "needs_a_look",
  "already_a_member",
  "provider_access_closed",
  "organization_suspended",
  "client_too_large",
  "rotation_under_way",
  "key_differs",
  "key_does_not_fit",
  "key_not_vouched",
] as const satisfies readonly Refusal[];
export type BlueprintRefusal = (typeof blueprintRefusals)[number];

export const BlueprintOutcome = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("done"), result: BlueprintResult }),
  z.object({ kind: z.literal("refused"), refusal: z.enum(blueprintRefusals) }),
]);
export type BlueprintOutcome = z.output<typeof BlueprintOutcome>;

/** What a browser does with its keys goes on in the name of whoever has begun it, and of nobody else. */
export const mayCarryOut = (askedBy: UserId, userId: UserId): Decision =>
  askedBy === userId ? allow : refuse("job_of_another");

const JobRef = z.object({ providerId: ProviderId, jobId: ClientJobId });

export const BeginClientJob = JobRef.extend({
  organizationIds: selected(OrganizationId),
  work: ClientWork,
  /** Of seats only. */
  confirmed: ConfirmedSeats.nullable().default(null),
});

export const RetryClientJob = JobRef.extend({ confirmed: ConfirmedSeats.nullable().default(null) });

/** What became of one client that waited. */
export const SettleClientJob = JobRef.extend({ organizationId: OrganizationId, outcome: BlueprintOutcome });

export const GetClientJob = JobRef;
export const ListClientJobs = z.object({ providerId: ProviderId, ...pageOnly() });

export const jobRowFilters = ["refused"] as const;
export const ViewClientJob = z.object({ status: listFilter(jobRowFilters) });

export const SeatsOfClients = z.object({ providerId: ProviderId, organizationIds: selected(OrganizationId) });
