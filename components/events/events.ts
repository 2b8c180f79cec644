import type { PrincipalKind } from "@/lib/domain/actor";
import type { DeviceType } from "@/lib/domain/device";
import type { EventDetails, EventType } from "@/lib/domain/events";
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
};

export type EventPage = { events: EventRow[]; next: string | null; names?: SealedSubjects };

/** What collections and items are called, by id, where this device could open their names. */
export type SubjectNames = ReadonlyMap<string, string>;

/** Reads the page after a cursor. */
export type AskEvents = (cursor: string) => Promise<ActionResult<EventPage>>;
