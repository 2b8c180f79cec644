import type { EncString, PublicKey } from "@/lib/crypto/types";

type Person = { email: string; name: string | null };

/** Somebody for whom the next key is sealed, with the public key that is served. */
export type KeyOfPerson = Person & { userId: string; publicKey: PublicKey };

/** The same of somebody of whom another key is remembered: its digest, and whether they have to get the next key. */
export type ChangedKey = KeyOfPerson & { formerDigest: string; isOwner: boolean };

/** The row that was handed out last. */
export type LastRow<Kind extends string = string> = { kind: Kind; id: string };

/** What is left, as the server hands it out. */
export type Left<Rows> = {
  /** How many rows there are, and how many of them are left; null where that was not asked for. */
  counts: { total: number; left: number } | null;
  next: Rows | null;
  /** Which of them comes last, to be handed back as it is. */
  last?: LastRow | null;
  /** Of an organization: what the account remembers of the keys of these people. */
  known?: Readonly<Record<string, EncString>>;
  /** And which of their keys it has compared. */
  compared?: Readonly<Record<string, EncString>>;
  /** Of an organization, once nothing is left: members whom the next key was not sealed for. */
  withoutKey?: Person[];
};

/** How a rotation reaches the server, whatever its door. Each rejects when there is no good answer. */
export type RotationDoor<Rows, Row> = {
  rows: (counted: boolean, last: LastRow | null) => Promise<Left<Rows>>;
  stage: (rows: Row[]) => Promise<unknown>;
};

/** How far a rotation is: of `total` rows, `staged` are sealed anew. */
export type Progress = { total: number; staged: number };

/** A row that does not open, or not in every part. Of a member's, with whose it is. */
export type Damage<Kind extends string = string> = { kind: Kind; id: string; whose?: string };

/** Rows that do not open, and that somebody has decided to leave behind, by their ids. */
export type LeftBehind = ReadonlySet<string>;

/**
 * Everything is staged, with who is left out and whose key was never compared; or something does not open, or keys have
 * changed about which somebody has to decide. What opens, and concerns none of these people, is staged all the same.
 */
export type Staged<Kind extends string = string> =
  | { ok: true; leftOut: Person[]; uncompared: KeyOfPerson[] }
  | { ok: false; damaged: Damage<Kind>[]; changed: ChangedKey[]; uncompared: KeyOfPerson[] };

/** Characters of JSON in one request: well below what a server takes. */
const longestRequest = 500_000;

/** Rows in requests that are not too long. */
export function inRequests<Row>(rows: readonly Row[]): Row[][] {
  const requests: Row[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const own = JSON.stringify(row).length;
    if (length + own > longestRequest) {
      requests.push([]);
      length = 0;
    }
    requests.at(-1)?.push(row);
    length += own;
  }
  return requests;
}

/** What came of a batch: its rows sealed anew, those of which some part does not open, and whom it concerns. */
type Batch<Row, Kind extends string> = {
  rows: Row[];
  damaged: Damage<Kind>[];
  changed?: ChangedKey[];
  uncompared?: KeyOfPerson[];
};

/**
 * Seals anew whatever is left, until nothing is. What was staged before, in this tab or in another, is not done
 * again. The server counts once, before the first batch; the progress from there is reckoned here. `stop` ends it
 * between two batches.
 */
export async function stageAll<Rows, Row, Kind extends string>(
  door: RotationDoor<Rows, Row>,
  reseal: (rows: Rows, left: Left<Rows>) => Promise<Batch<Row, Kind>>,
  onProgress: (progress: Progress) => void,
  stop: AbortSignal,
): Promise<Staged<Kind>> {
  const uncompared: KeyOfPerson[] = [];
  const damaged = new Map<string, Damage<Kind>>();
  let { total, staged } = { total: 0, staged: 0 };
  let last: LastRow | null = null;
  for (let counted = true; ; counted = false) {
    stop.throwIfAborted();
    const left: Left<Rows> = await door.rows(counted, last);
    last = left.last ?? null;
    if (left.counts) {
      total = left.counts.total;
      staged = total - left.counts.left;
    }
    onProgress({ total, staged });
    if (left.next === null) return { ok: true, leftOut: left.withoutKey ?? [], uncompared };
    const batch = await reseal(left.next, left);
    const { changed = [] } = batch;
    // Rows that do not open come again once nothing comes after them.
    const isAround = batch.damaged.some(({ id }) => damaged.has(id));
    for (const row of batch.damaged) damaged.set(row.id, row);
    uncompared.push(...(batch.uncompared ?? []));
    for (const request of inRequests(batch.rows)) await door.stage(request);
    // Rows that were changed meanwhile are sealed again.
    staged = Math.min(total, staged + batch.rows.length);
    if (isAround || changed.length > 0)
      return { ok: false, damaged: [...damaged.values()], changed, uncompared };
  }
}
