import "server-only";
import type { AuditEvent } from "@/lib/domain/events";

// The symbol is private to this file, so an outcome can only come from here.
const outcome = Symbol("outcome");

/** What a command ends with: an answer, and what the log will say. */
export type Outcome<Result> = { [outcome]: true; result: Result; events: AuditEvent[] };

/** Ends a command with a result and at least one event. */
export function done<Result>(result: Result, event: AuditEvent, ...more: AuditEvent[]): Outcome<Result> {
  return { [outcome]: true, result, events: [event, ...more] };
}

/** Ends a command over many things, with an event for each thing that it changed; none if it changed nothing. */
export function doneEach<Result, Changed>(
  result: Result,
  changed: readonly Changed[],
  eventOf: (one: Changed) => AuditEvent,
  ...more: AuditEvent[]
): Outcome<Result> {
  return { [outcome]: true, result, events: [...changed.map(eventOf), ...more] };
}

/** Ends a command without an event. The reason is for whoever reads the code. */
export function doneUnrecorded<Result>(result: Result, _reason: string): Outcome<Result> {
  return { [outcome]: true, result, events: [] };
}
