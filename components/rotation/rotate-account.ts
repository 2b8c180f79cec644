import type { z } from "zod";
import type { AccountRotationActions } from "@/components/rotation/account-rotation-actions";
import { answerOf } from "@/components/rotation/rotate-organization";
import { holdServedOrganizationKey, KeyRefused } from "@/components/vault/hold-key";
import type { MyKeys } from "@/components/vault/vault-context";
import type { StageAccountRows } from "@/lib/domain/rotation/inputs";
import type { AccountKind } from "@/lib/domain/rotation/kinds";
import type { AccountRotation } from "@/lib/operations/rotation/get-account";
import { VaultError } from "@/lib/vault/errors";
import { type AnewOfAccount, type LeftOfAccount, resealAccountRows } from "@/lib/vault/reseal-account";
import {
  type LastRow,
  type LeftBehind,
  type Progress,
  type Staged,
  stageAll,
} from "@/lib/vault/run-rotation";
import type { Vault } from "@/lib/vault/vault";

type Typed = { keys: MyKeys; password: string };

/** Takes up what was begun in another tab. False where it is outdated, or to replace another key than the present one. */
async function isTakenUp(vault: Vault, { id, next }: NonNullable<AccountRotation["rotation"]>) {
  if (next === null) return false;
  try {
    await vault.takeUpNextKey(`next:${id}`, "user", next);
    return true;
  } catch (error) {
    if (error instanceof VaultError && error.code === "cannot_open") return false;
    throw error;
  }
}

/** Begins a rotation of the account's user key, or takes up one that was begun in another tab. Answers its id. */
async function beginOrTakeUp(
  vault: Vault,
  keys: MyKeys,
  begun: AccountRotation["rotation"],
  actions: AccountRotationActions,
): Promise<string> {
  if (begun && (await isTakenUp(vault, begun))) return begun.id;
  const rotationId = crypto.randomUUID();
  const next = await vault.makeNextKey(`next:${rotationId}`, "user", keys);
  await answerOf(actions.begin({ rotationId, ...next }));
  return rotationId;
}

/** Seals the next user key to an organization; null where its key is not served to this person any more. */
const enrolAnew =
  (vault: Vault, rotationId: string, { getOrganizationKey }: AccountRotationActions) =>
  async (organizationId: string) => {
    try {
      const key = await answerOf(getOrganizationKey({ organizationId }));
      await holdServedOrganizationKey(vault, organizationId, key);
      return await vault.enrol(`next:${rotationId}`, `organization:${organizationId}`, key);
    } catch (error) {
      if (error instanceof KeyRefused && error.failure.code !== "unreachable") return null;
      throw error;
    }
  };

/**
 * Replaces the account's user key: seals everything anew, and switches. If something was changed meanwhile, that alone
 * is sealed anew, and the switch is tried once more. `stop` ends it before the switch. Items of `leftBehind` do not hinder it
 * where they do not open.
 */
export async function rotateAccount(
  vault: Vault,
  { keys, password }: Typed,
  begun: AccountRotation["rotation"],
  actions: AccountRotationActions,
  onProgress: (progress: Progress) => void,
  stop: AbortSignal,
  leftBehind: LeftBehind,
): Promise<Staged> {
  const rotationId = await beginOrTakeUp(vault, keys, begun, actions);
  const next = `next:${rotationId}` as const;
  const { email, kdf, userKeyForAccount } = keys;
  const proven = await vault.sealNextUserKey(next, { email, password, kdf }, userKeyForAccount);
  type Rows = z.input<typeof StageAccountRows>["rows"];
  const door = {
    rows: async (counted: boolean, last: LastRow | null) => {
      const { next: rows, ...left } = await answerOf(
        actions.rows({ rotationId, counted, last: last as LastRow<AccountKind> | null }),
      );
      // What the server has named is handed back, and the rows are as the server says their kind is; what does not open is damaged.
      return { ...left, next: rows as LeftOfAccount | null };
    },
    // Each is sealed as its kind is, which the server checks.
    stage: (rows: AnewOfAccount[]) => answerOf(actions.stage({ rotationId, rows: rows as unknown as Rows })),
  };
  const enrol = enrolAnew(vault, rotationId, actions);
  while (true) {
    const staged = await stageAll(
      door,
      (rows: LeftOfAccount) => resealAccountRows(vault, next, rows, enrol, leftBehind),
      onProgress,
      stop,
    );
    if (!staged.ok) return staged;
    stop.throwIfAborted();
    const answer = await actions.finish({ rotationId, ...proven });
    if (answer.ok) return staged;
    if (answer.failure.code !== "rotation_incomplete") throw new KeyRefused(answer.failure);
  }
}
