import { z } from "zod";
import { eventKinds } from "@/lib/domain/event-types";
import {
  ItemId,
  OrganizationId,
  OrganizationMemberId,
  ProviderId,
  ProviderMemberId,
  UserId,
} from "@/lib/domain/ids";
import { listFilter, pageOnly } from "@/lib/domain/list-view";
import { SearchText } from "@/lib/domain/search";

/** A word of an address that names one thing; everything where it names none. */
const only = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null).catch(null);

/** Years that a log can hold. A database does not take every moment that can be written. */
const isOfLogs = (moment: Date) => moment.getUTCFullYear() >= 2000 && moment.getUTCFullYear() <= 2200;

const Moment = z
  .union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))])
  .refine(isOfLogs);

/**
 * How a log is looked at, in the same words in every address: of what kind, what one person did, what one member did and
 * was done with their place, and between which moments. Of an organization also what became of one item, of a provider
 * what is about one client.
 */
const filters = {
  kind: listFilter(eventKinds),
  actor: only(UserId),
  from: only(Moment),
  to: only(Moment),
  ...pageOnly(),
  /** An export asks for more at once. */
  of: z.enum(["page", "export"]).default("page").catch("page"),
};

/** A provider's own log, or with it what its people did in the logs of its clients. */
export const providerLogsOver = ["own", "clients"] as const;
export type ProviderLogOver = (typeof providerLogsOver)[number];

const OrganizationLogView = z.object({
  ...filters,
  member: only(OrganizationMemberId),
  item: only(ItemId),
});
const ProviderLogView = z.object({
  ...filters,
  member: only(ProviderMemberId),
  client: only(OrganizationId),
  over: z.enum(providerLogsOver).default("own").catch("own"),
});

export const ListOrganizationEvents = OrganizationLogView.extend({ organizationId: OrganizationId });
export const ListProviderEvents = ProviderLogView.extend({ providerId: ProviderId });

/** Fewer are searched for while somebody types. */
export const ListLoggedClients = z.object({
  providerId: ProviderId,
  search: SearchText.default(""),
  chosen: OrganizationId.nullable().default(null),
});

/** What of a log is shown. `to` is the first moment that is not. */
export type LogFilters = Omit<z.output<typeof OrganizationLogView>, "member" | "item" | "cursor" | "of"> & {
  member: OrganizationMemberId | ProviderMemberId | null;
  item?: ItemId | null;
};
