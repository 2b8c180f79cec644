import type { z } from "zod";
import type { PrincipalKind } from "@/lib/domain/actor";
import type { DeviceType } from "@/lib/domain/device";
import type { ListProviderEvents, LogFilters } from "@/lib/domain/event-log";
import type { EventType } from "@/lib/domain/event-types";
import type { EventDetails } from "@/lib/domain/events";
import type { ActionResult } from "@/lib/http/result";
import type { SealedSubjects } from "@/lib/operations/event/internal/names-of-subjects";

/** One entry of a log, as the list shows it. */
export type EventRow = {
  sequence: number;
  at: Date;
  type: EventType;
  number: number;
  details: EventDetails | null;
  /** The collection or item it is about, where it is about one. */
  subjectId: string | null;
  deviceType: DeviceType | null;
  ip: string | null;
  actorKind: PrincipalKind;
  actorId: string | null;
  actorName: string | null;
  actorEmail: string | null;
  byProvider: boolean;
  /** Of a provider, the client that it is about: without a name if it is none of its clients any more. */
  client: EventClient | null;
};

type EventClient = { id: string; name: string | null; formerName?: string | null };

export type EventPage = {
  events: EventRow[];
  next: string | null;
  /** Whose place the log was asked about; null where the log knows no account of it. */
  member: { name: string | null; email: string | null } | null;
  names?: SealedSubjects;
};

/** What collections and items are called, by id, where this device could open their names. */
export type SubjectNames = ReadonlyMap<string, string>;

type ProviderView = z.output<typeof ListProviderEvents>;

/** How a log is looked at, as its questions take it. */
export type EventView = LogFilters &
  Pick<ProviderView, "cursor" | "of"> &
  Partial<Pick<ProviderView, "client" | "over">>;

/** Reads a page of the log. */
export type AskEvents = (view: EventView) => Promise<ActionResult<EventPage>>;

/** By whom a log can be filtered. */
export type ListActors = () => Promise<ActionResult<{ id: string; name: string | null; email: string }[]>>;
