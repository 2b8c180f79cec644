import { isEncString } from "@/lib/crypto/enc-string";
import type { EncString, PublicKey, SealedKey } from "@/lib/crypto/types";
import { isLocked, VaultError } from "@/lib/vault/errors";
import type {
  NextKeyRef,
  OrganizationKeyRef,
  OrganizationPair,
  ProviderKeyRef,
  RotatedRef,
  Vault,
} from "@/lib/vault/vault";

/** A row as it is sealed now, with the version to name when it is handed back. */
type Left = { id: string; version: string };
export type LeftItem = Left & {
  type: string;
  key: EncString;
  name: EncString;
  notes: EncString | null;
  data: unknown;
};
type LeftPerson = Left & { userId: string; name: string | null; email: string; publicKey: PublicKey };
type LeftMember = LeftPerson & { status: string; userKeyForOrganization: SealedKey | null };

/** The next rows of a rotation, all of one kind. */
export type LeftRows =
  | { kind: "item"; rows: LeftItem[] }
  | { kind: "collection"; rows: (Left & { name: EncString })[] }
  | { kind: "member"; rows: LeftMember[] }
  | { kind: "provider"; rows: (Left & { providerId: string })[] }
  | { kind: "staff"; rows: LeftPerson[] };

/** A row sealed anew. */
export type AnewRow = {
  kind: LeftRows["kind"];
  id: string;
  version: string;
  sealed: Record<string, unknown>;
};

/** What came of some rows. Whoever has another key than before is handed back without one. */
export type Resealed = {
  rows: AnewRow[];
  /** Rows that do not open, or not in every part. With one of them there is no rotation. */
  damaged: { kind: LeftRows["kind"]; id: string }[];
  /** People whose key this account has met for the first time. */
  met: { email: string; name: string | null }[];
};

/** What a rotation of an organization's key is made with. The vault holds the keys. */
export type OrganizationRotationKeys = {
  of: OrganizationKeyRef;
  next: NextKeyRef;
  /** The organization's present pair, as it is served. */
  pair: OrganizationPair;
  /** The pair that comes with the next key. */
  nextPublicKey: PublicKey;
  /** Whoever rotates: their key is the vault's own, whatever the server names. */
  self: string;
};

/** Seals rows of an organization anew under its next key. Nothing leaves the vault in the clear. */
export async function resealOrganizationRows(
  vault: Vault,
  keys: OrganizationRotationKeys,
  left: LeftRows,
  known: Readonly<Record<string, EncString>>,
): Promise<Resealed> {
  switch (left.kind) {
    case "item":
      return resealedItems(await resealItemRows(vault, keys, left.rows));
    case "collection": {
      const names = await vault.resealTexts(
        keys.of,
        keys.next,
        left.rows.map(({ name }) => name),
      );
      return resealedRows("collection", left.rows, (_, i) => {
        const name = names[i];
        return name ? { name } : null;
      });
    }
    case "member":
      return resealMembers(vault, keys, left.rows, known);
    case "provider": {
      const [tie] = left.rows;
      const under: ProviderKeyRef = `provider:${tie?.providerId ?? ""}`;
      const organizationKeyForProvider = await vault.sealKeyUnder(under, keys.next);
      return resealedRows("provider", left.rows, () => ({ organizationKeyForProvider }));
    }
    case "staff": {
      const sealed = await sealForAll(vault, keys, left.rows, known);
      const rows = resealedRows("staff", left.rows, (_, i) => ({ key: sealed[i]?.key ?? null }));
      return { ...rows, met: peopleOf(left.rows, (i) => sealed[i]?.isNew === true) };
    }
  }
}

type ItemKeys = { of: RotatedRef; next: NextKeyRef };

/** Items sealed anew, each under a fresh key of its own; null for one of which any part does not open. */
export async function resealItemRows(vault: Vault, { of, next }: ItemKeys, rows: readonly LeftItem[]) {
  const questions = rows.map(({ key, name, notes, data }) => {
    const texts: EncString[] = [];
    eachText({ name, notes, data }, (text) => {
      texts.push(text);
      return text;
    });
    return { key, texts };
  });
  const anew = await vault.resealItems(of, next, questions);
  return rows.map((row, i) => {
    const item = anew[i];
    if (!item) return { row, sealed: null };
    let at = 0;
    const { name, notes, data } = row;
    const parts = eachText({ name, notes, data }, () => item.texts[at++] as EncString);
    return { row, sealed: { type: row.type, key: item.key, ...(parts as object) } };
  });
}

const resealedItems = (items: Awaited<ReturnType<typeof resealItemRows>>): Resealed =>
  resealedRows(
    "item",
    items.map(({ row }) => row),
    (_, i) => items[i]?.sealed ?? null,
  );

/** The same value, with each sealed text in it replaced. Always in the same order. */
function eachText(value: unknown, replace: (text: EncString) => EncString): unknown {
  if (typeof value === "string") return isEncString(value) ? replace(value as EncString) : value;
  if (Array.isArray(value)) return value.map((each) => eachText(each, replace));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, eachText(each, replace)]));
}

async function resealMembers(
  vault: Vault,
  keys: OrganizationRotationKeys,
  rows: readonly LeftMember[],
  known: Readonly<Record<string, EncString>>,
): Promise<Resealed> {
  const enrolled = rows.filter(({ userKeyForOrganization }) => userKeyForOrganization !== null);
  const enrolments = new Map<string, SealedKey | null>();
  const anew = await vault.resealEnrolments(
    keys.of,
    keys.pair,
    keys.nextPublicKey,
    enrolled.flatMap(({ userKeyForOrganization }) => userKeyForOrganization ?? []),
  );
  enrolled.forEach(({ id }, i) => {
    enrolments.set(id, anew[i] ?? null);
  });
  const confirmed = rows.filter(({ status }) => status === "confirmed");
  const sealed = await sealForAll(vault, keys, confirmed, known);
  const forMember = new Map(confirmed.map(({ id }, i) => [id, sealed[i]?.key ?? null]));
  const done = resealedRows("member", rows, ({ id, userKeyForOrganization }) =>
    userKeyForOrganization !== null && !enrolments.get(id)
      ? null
      : {
          organizationKeyForMember: forMember.get(id) ?? null,
          userKeyForOrganization: enrolments.get(id) ?? null,
        },
  );
  return {
    ...done,
    met: peopleOf(confirmed, (i) => sealed[i]?.isNew === true),
  };
}

/** The next key sealed for each; no key for somebody whose own is another than this account remembers. */
async function sealForAll(
  vault: Vault,
  { next, self }: OrganizationRotationKeys,
  people: readonly LeftPerson[],
  known: Readonly<Record<string, EncString>>,
): Promise<{ key: SealedKey | null; isNew: boolean }[]> {
  const ownKey = await vault.publicKey();
  return Promise.all(
    people.map(async ({ userId, publicKey }) => {
      const isSelf = userId === self;
      try {
        const { sealed, known: noted } = await vault.sealKeyFor(next, {
          userId,
          publicKey: isSelf ? ownKey : publicKey,
          knownPublicKey: known[userId] ?? null,
        });
        return { key: sealed, isNew: noted !== null && !known[userId] && !isSelf };
      } catch (error) {
        if (!(error instanceof VaultError) || isLocked(error)) throw error;
        return { key: null, isNew: false };
      }
    }),
  );
}

const peopleOf = (people: readonly LeftPerson[], which: (i: number) => boolean) =>
  people.flatMap(({ email, name }, i) => (which(i) ? [{ email, name }] : []));

function resealedRows<Row extends Left>(
  kind: LeftRows["kind"],
  rows: readonly Row[],
  seal: (row: Row, i: number) => Record<string, unknown> | null,
): Resealed {
  const done: Resealed = { rows: [], damaged: [], met: [] };
  rows.forEach((row, i) => {
    const { id, version } = row;
    const sealed = seal(row, i);
    if (sealed) done.rows.push({ kind, id, version, sealed });
    else done.damaged.push({ kind, id });
  });
  return done;
}
