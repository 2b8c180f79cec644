import { z } from "zod";
import { ClientJobId, ClientTagId, OrganizationId, ProviderId } from "@/lib/domain/ids";
import { listFilter, pageOnly } from "@/lib/domain/list-view";
import { plans } from "@/lib/domain/organization/plans";
import { seatLimit } from "@/lib/domain/provider/seats";
import { selected } from "@/lib/domain/selection";

export const clientJobKinds = ["tag", "untag", "seats"] as const;
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
]);
export type ClientWork = z.output<typeof ClientWork>;

const JobRef = z.object({ providerId: ProviderId, jobId: ClientJobId });

export const BeginClientJob = JobRef.extend({
  organizationIds: selected(OrganizationId),
  work: ClientWork,
  /** Of seats only. */
  confirmed: ConfirmedSeats.nullable().default(null),
});

export const RetryClientJob = JobRef.extend({ confirmed: ConfirmedSeats.nullable().default(null) });

export const GetClientJob = JobRef;
export const ListClientJobs = z.object({ providerId: ProviderId, ...pageOnly() });

export const jobRowFilters = ["refused"] as const;
export const ViewClientJob = z.object({ status: listFilter(jobRowFilters) });

export const SeatsOfClients = z.object({ providerId: ProviderId, organizationIds: selected(OrganizationId) });
