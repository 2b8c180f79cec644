import type { EncString, SealedKey } from "@/lib/crypto/types";
import type { AccountKind } from "@/lib/domain/rotation/kinds";
import { type LeftItem, resealItemRows } from "@/lib/vault/reseal-items";
import type { RowsOfKinds } from "@/lib/vault/reseal-rows";
import type { Damage, LeftBehind } from "@/lib/vault/run-rotation";
import type { NextKeyRef, Subject } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

type Left = { id: string; version: string };

/** The next rows of the rotation of a user key, all of one kind. */
export type LeftOfAccount = RowsOfKinds<
  AccountKind,
  {
    item: LeftItem;
    folder: Left & { name: EncString };
    known_key: Left & { record: EncString };
    enrolment: Left & { organizationId: string };
  }
>;

export type AnewOfAccount = {
  kind: LeftOfAccount["kind"];
  id: string;
  version: string;
  sealed: Record<string, unknown>;
};

/** Seals the next user key to an organization; null where its key is not to be had any more. */
export type Enrol = (organizationId: string) => Promise<SealedKey | null>;

/** Seals rows of an account anew under its next user key. */
export async function resealAccountRows(
  vault: Vault,
  next: NextKeyRef,
  left: LeftOfAccount,
  enrol: Enrol,
  leftBehind: LeftBehind,
): Promise<{ rows: AnewOfAccount[]; damaged: Damage<LeftOfAccount["kind"]>[] }> {
  const anew: (Record<string, unknown> | null)[] = await sealedOf(vault, next, left, enrol);
  const rows: AnewOfAccount[] = [];
  const damaged: Damage<LeftOfAccount["kind"]>[] = [];
  left.rows.forEach(({ id, version }, i) => {
    const sealed = anew[i] ?? (isLeftBehind(left.kind) && leftBehind.has(id) ? { lost: true } : null);
    if (sealed) rows.push({ kind: left.kind, id, version, sealed });
    else damaged.push({ kind: left.kind, id });
  });
  return { rows, damaged };
}

/** What can be left behind where it does not open. What is remembered of keys, and enrolments, are dropped by themselves. */
const isLeftBehind = (kind: AccountKind) => kind === "item" || kind === "folder";

async function sealedOf(vault: Vault, next: NextKeyRef, left: LeftOfAccount, enrol: Enrol) {
  switch (left.kind) {
    case "item":
      return (await resealItemRows(vault, { of: "user", next }, left.rows)).map(({ sealed }) => sealed);
    case "folder": {
      const names = await vault.resealTexts(
        "user",
        next,
        left.rows.map(({ name }) => name),
      );
      return names.map((name) => name && { name });
    }
    case "known_key": {
      const records = left.rows.map(({ id, record }) => ({ subject: id as Subject, record }));
      return (await vault.resealKnown(next, records)).map((record) => ({ record }));
    }
    case "enrolment":
      return Promise.all(
        left.rows.map(async ({ organizationId }) => ({
          userKeyForOrganization: await enrol(organizationId),
        })),
      );
  }
}
