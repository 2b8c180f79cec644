import "server-only";
import type { AuditEvent } from "@/lib/domain/events";

// The symbol is private to this file, so an outcome can only come from here.
const outcome = Symbol("outcome");

/** What a command ends with: an answer, and what the log will say. */
export type Outcome<Result> = { [outcome]: true; result: Result; events: AuditEvent[] };

/** The ordinary way to end a command: a result, and at least one event. */
export function done<Result>(result: Result, event: AuditEvent, ...more: AuditEvent[]): Outcome<Result> {
  return { [outcome]: true, result, events: [event, ...more] };
}

/** For a command over many things: an event for each that was changed. Where none was, none is recorded. */
export function doneEach<Result, Changed>(
  result: Result,
  changed: readonly Changed[],
  eventOf: (one: Changed) => AuditEvent,
  ...more: AuditEvent[]
): Outcome<Result> {
  return { [outcome]: true, result, events: [...changed.map(eventOf), ...more] };
}

/** For the rare command that changes nothing worth recording. The reason is for the reader. */
export function doneUnrecorded<Result>(result: Result, _reason: string): Outcome<Result> {
  return { [outcome]: true, result, events: [] };
}
