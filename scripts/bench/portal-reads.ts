import type { Actor } from "@/lib/domain/actor";
import type { ClientTagId, ProviderId, UserId } from "@/lib/domain/ids";
import { clientFilters } from "@/lib/domain/provider/inputs";
import { listClients } from "@/lib/operations/client/list-clients";
import { listProviderEvents } from "@/lib/operations/event/list-provider-events";
import { ask } from "@/lib/operations/query";
import type { MeasuredDatabase } from "@/test/buffers";

type Portal = {
  providerId: ProviderId;
  actor: Actor;
  actorId: UserId;
  tag: ClientTagId | null;
  events: number;
};
type View = Record<string, unknown>;
type List = {
  read: (view: View) => Promise<{ next: string | null }>;
  filters: Record<string, View>;
  /** What the first page asks for besides. */
  begin?: View;
  /** A place of the list from its beginning, in parts of the whole: the cursor that leads there. */
  cursorAt: (part: number, filter: View) => Promise<string | null>;
};

/** Minutes of the log that hold two pages, also of its rarest kind. */
const fullPages = 20 * 110;

export type Figures = Map<string, { buffers: number; statements: number }>;

/** Every list of a portal whose rows grow with its clients: each filter of it, at its first, middle and last page. */
export async function measurePortal(measured: MeasuredDatabase, portal: Portal): Promise<Figures> {
  const figures: Figures = new Map();
  for (const [name, { read, filters, begin, cursorAt }] of Object.entries(listsOf(measured, portal)))
    for (const [filter, view] of Object.entries(filters))
      for (const [where, part] of [
        ["first", 0],
        ["middle", 0.5],
        ["last", 1],
      ] as const) {
        const cursor = part ? await cursorAt(part, view) : null;
        const page = () => read({ ...view, ...(part === 0 && begin), cursor });
        figures.set(`${name}, ${filter}, ${where} page`, {
          buffers: await measured.buffersOf(page),
          statements: (await measured.statementsOf(page)).length,
        });
      }
  return figures;
}

function listsOf(
  { db }: MeasuredDatabase,
  { providerId, actor, actorId, tag, events }: Portal,
): Record<string, List> {
  const clients = (view: View) => ask(db, listClients, actor, { providerId, ...view });
  const log = (view: View) => ask(db, listProviderEvents, actor, { providerId, ...view });
  const logOfAll = (view: View) => log({ over: "clients", ...view });
  /** Walks the whole list once. */
  const walked = async (read: List["read"], part: number, filter: View) => {
    const cursors: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const { next }: { next: string | null } = await read({ ...filter, cursor });
      if (!next) break;
      cursors.push(next);
      cursor = next;
    }
    return cursors[Math.ceil(part * cursors.length) - 1] ?? null;
  };
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  /** The log has an event a minute: what is before a moment begins at a place that is known. Each page is a full one. */
  const ago = async (read: List["read"], part: number, filter: View) =>
    (await read({ ...filter, to: minutesAgo(Math.min(part * events, events - fullPages)) })).next;
  /** What the set-up of one provider has left in its log is newer than this. */
  const begin = { to: minutesAgo(60) };
  return {
    clients: {
      read: clients,
      filters: {
        all: {},
        "by seats": { sort: "remaining", direction: "descending" },
        ...Object.fromEntries(clientFilters.map((status) => [status, { status }])),
        "a tag": { tag },
      },
      cursorAt: (part, filter) => walked(clients, part, filter),
    },
    "the provider's log": {
      read: log,
      filters: { all: {}, "a kind": { kind: "provider" }, "a person": { actor: actorId } },
      begin,
      cursorAt: (part, filter) => ago(log, part, filter),
    },
    "the log over all clients": {
      read: logOfAll,
      filters: { all: {}, "a kind": { kind: "provider" }, "a person": { actor: actorId } },
      begin,
      cursorAt: (part, filter) => ago(logOfAll, part, filter),
    },
  };
}
