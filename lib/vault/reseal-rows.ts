import type { EncString, PublicKey, SealedKey } from "@/lib/crypto/types";
import type { OrganizationKind } from "@/lib/domain/rotation/kinds";
import { isLocked, VaultError } from "@/lib/vault/errors";
import { type Left, type LeftItem, resealItemRows } from "@/lib/vault/reseal-items";
import type {
  ChangedKey,
  Damage,
  Left as HandedOut,
  KeyOfPerson,
  LeftBehind,
} from "@/lib/vault/run-rotation";
import type { NextKeyRef, OrganizationKeyRef, OrganizationPair, ProviderKeyRef } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

type LeftPerson = Left & KeyOfPerson & { isOwner: boolean };
type LeftMember = LeftPerson & { status: string; userKeyForOrganization: SealedKey | null };

/** `my_items` is a member's own. */
type CollectionType = "shared" | "my_items";
/** What collections are called whose name is left behind. */
export type NamesOfLost = Record<CollectionType, string>;

/** The next rows of a rotation, all of one kind. */
export type LeftRows = RowsOfKinds<OrganizationKind, LeftOfOrganization>;

type LeftOfOrganization = {
  item: LeftItem;
  collection: Left & { name: EncString; type: CollectionType };
  member: LeftMember;
  provider: Left & { providerId: string };
  staff: LeftPerson;
};

/** Some rows of one of these kinds. A kind without its row does not compile. */
export type RowsOfKinds<Kind extends string, Rows extends Record<Kind, Left>> = {
  [Each in Kind]: { kind: Each; rows: Rows[Each][] };
}[Kind];

/** A row sealed anew. */
export type AnewRow = {
  kind: LeftRows["kind"];
  id: string;
  version: string;
  sealed: Record<string, unknown>;
};

/** What came of some rows. Whoever was left out is handed back without a key. */
export type Resealed = {
  rows: AnewRow[];
  /** Rows that do not open, or not in every part, and are not left behind. With one of them there is no switch. */
  damaged: Damage<LeftRows["kind"]>[];
  /** People whose key is another than before, and about whom nothing was decided. Their rows are not among `rows`. */
  changed: ChangedKey[];
  /** People whose key this account has never compared. */
  uncompared: KeyOfPerson[];
};

/** What the account remembers of people's keys, by their ids: those it has sealed for, and those it has compared. */
export type Remembered = Pick<HandedOut<LeftRows>, "known" | "compared">;

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
  /** Who gets no key because theirs has changed and was not accepted. */
  leftOut: ReadonlySet<string> | "all whose key has changed";
  /** Rows that are left behind, where they do not open. */
  leftBehind: LeftBehind;
  namesOfLost: NamesOfLost;
};

/** Seals rows of an organization anew under its next key. Nothing leaves the vault in the clear. */
export async function resealOrganizationRows(
  vault: Vault,
  keys: OrganizationRotationKeys,
  left: LeftRows,
  remembered: Remembered,
): Promise<Resealed> {
  switch (left.kind) {
    case "item":
      return resealedItems(await resealItemRows(vault, keys, left.rows), keys.leftBehind);
    case "collection":
      return resealCollections(vault, keys, left.rows);
    case "member":
      return resealMembers(vault, keys, left.rows, remembered);
    case "provider": {
      const [tie] = left.rows;
      const under: ProviderKeyRef = `provider:${tie?.providerId ?? ""}`;
      const organizationKeyForProvider = await vault.sealKeyUnder(under, keys.next);
      return resealedRows("provider", left.rows, () => ({ organizationKeyForProvider }));
    }
    case "staff": {
      const sealed = await sealForAll(vault, keys, left.rows, remembered);
      const rows = resealedRows("staff", left.rows, (_, i) => ({ key: sealed.keys[i] ?? null }));
      return decided(rows, sealed, left.rows);
    }
  }
}

const resealedItems = (
  items: Awaited<ReturnType<typeof resealItemRows<LeftItem>>>,
  leftBehind: LeftBehind,
): Resealed =>
  resealedRows(
    "item",
    items.map(({ row }) => row),
    ({ id }, i) => items[i]?.sealed ?? (leftBehind.has(id) ? { lost: true } : null),
  );

async function resealCollections(
  vault: Vault,
  { of, next, leftBehind, namesOfLost }: OrganizationRotationKeys,
  rows: readonly LeftOfOrganization["collection"][],
): Promise<Resealed> {
  const names = await vault.resealTexts(
    of,
    next,
    rows.map(({ name }) => name),
  );
  const lost = rows.filter(({ id }, i) => !names[i] && leftBehind.has(id));
  const sealed = await vault.sealTexts(
    next,
    lost.map(({ type }) => namesOfLost[type]),
  );
  const others = new Map(lost.map(({ id }, i) => [id, sealed[i]]));
  return resealedRows("collection", rows, ({ id }, i) => {
    const [name, other] = [names[i], others.get(id)];
    if (name) return { name };
    return other ? { name: other, lost: true } : null;
  });
}

async function resealMembers(
  vault: Vault,
  keys: OrganizationRotationKeys,
  rows: readonly LeftMember[],
  remembered: Remembered,
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
  const sealed = await sealForAll(vault, keys, confirmed, remembered);
  const forMember = new Map(confirmed.map(({ id }, i) => [id, sealed.keys[i] ?? null]));
  const done = resealedRows("member", rows, ({ id, userKeyForOrganization }) => {
    const isLost = userKeyForOrganization !== null && !enrolments.get(id);
    if (isLost && !keys.leftBehind.has(id)) return null;
    return {
      organizationKeyForMember: forMember.get(id) ?? null,
      userKeyForOrganization: enrolments.get(id) ?? null,
      ...(isLost && { lost: true }),
    };
  });
  return decided(done, sealed, rows);
}

/** Without the rows of people about whose key somebody has to decide first: staged now, they would not come again. */
function decided(
  done: Resealed,
  { changed, uncompared }: SealedForAll,
  people: readonly LeftPerson[],
): Resealed {
  const undecided = new Set(changed.map(({ userId }) => userId));
  const waiting = new Set(people.flatMap(({ id, userId }) => (undecided.has(userId) ? id : [])));
  return { ...done, rows: done.rows.filter(({ id }) => !waiting.has(id)), changed, uncompared };
}

type SealedForAll = {
  keys: (SealedKey | null)[];
  changed: ChangedKey[];
  uncompared: KeyOfPerson[];
};

/** The next key sealed for each; no key for whoever was left out, and for somebody whose public key is none. */
async function sealForAll(
  vault: Vault,
  { next, self, leftOut }: OrganizationRotationKeys,
  people: readonly LeftPerson[],
  { known = {}, compared = {} }: Remembered,
): Promise<SealedForAll> {
  const ownKey = await vault.publicKey();
  const done: SealedForAll = { keys: [], changed: [], uncompared: [] };
  const sealed = await Promise.all(
    people.map(async ({ userId, publicKey: servedKey, name, email, isOwner }) => {
      const isSelf = userId === self;
      const publicKey = isSelf ? ownKey : servedKey;
      const person: KeyOfPerson = { userId, name, email, publicKey };
      const recipient = { userId, publicKey, knownPublicKey: known[userId] ?? null };
      try {
        const { sealed: key } = await vault.sealKeyFor(next, recipient);
        const isCompared =
          isSelf || (await vault.isCompared({ ...person, comparedPublicKey: compared[userId] ?? null }));
        return { key, uncompared: isCompared ? [] : [person], changed: [] };
      } catch (error) {
        if (!(error instanceof VaultError) || isLocked(error) || error.code === "memory_unreadable")
          throw error;
        const isUndecided =
          error.code === "person_key_differs" &&
          leftOut !== "all whose key has changed" &&
          !leftOut.has(userId);
        const formerDigest = isUndecided ? await vault.formerKeyOf(recipient) : null;
        const changed = formerDigest === null ? [] : [{ ...person, formerDigest, isOwner }];
        return { key: null, uncompared: [], changed };
      }
    }),
  );
  for (const { key, changed, uncompared } of sealed) {
    done.keys.push(key);
    done.changed.push(...changed);
    done.uncompared.push(...uncompared);
  }
  return done;
}

function resealedRows<Row extends Left & { email?: string }>(
  kind: LeftRows["kind"],
  rows: readonly Row[],
  seal: (row: Row, i: number) => Record<string, unknown> | null,
): Resealed {
  const done: Resealed = { rows: [], damaged: [], changed: [], uncompared: [] };
  rows.forEach((row, i) => {
    const { id, version, email } = row;
    const sealed = seal(row, i);
    if (sealed) done.rows.push({ kind, id, version, sealed });
    else done.damaged.push({ kind, id, ...(email !== undefined && { whose: email }) });
  });
  return done;
}
