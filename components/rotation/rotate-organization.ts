import type { z } from "zod";
import { reach } from "@/components/forms/reach";
import type { RotationActions } from "@/components/rotation/rotation-actions";
import { holdServedOrganizationKey, KeyRefused } from "@/components/vault/hold-key";
import type { StageOrganizationRows } from "@/lib/domain/rotation/inputs";
import type { OrganizationKind } from "@/lib/domain/rotation/kinds";
import type { ActionResult } from "@/lib/http/result";
import { VaultError } from "@/lib/vault/errors";
import type { SealedOrganizationKey } from "@/lib/vault/open-organization";
import {
  type AnewRow,
  type LeftRows,
  type OrganizationRotationKeys,
  resealOrganizationRows,
} from "@/lib/vault/reseal-rows";
import { type LastRow, type Progress, stageAll } from "@/lib/vault/run-rotation";
import type { ServedNextKey } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

/** @throws {KeyRefused} when there is no good answer. */
export async function answerOf<Result>(acting: Promise<ActionResult<Result>>): Promise<Result> {
  const answer = await reach(acting);
  if (!answer.ok) throw new KeyRefused(answer.failure);
  return answer.result;
}

/** A rotation that is under way in this tab. */
export type UnderWay = {
  rotationId: string;
  served: SealedOrganizationKey;
  nextPublicKey: ServedNextKey["publicKey"];
};

/** Opens the organization's key as it is served now, which is what the next one comes after. */
async function presentKey(vault: Vault, organizationId: string, { getKey }: RotationActions) {
  const served = await answerOf(getKey({ organizationId }));
  await holdServedOrganizationKey(vault, organizationId, served);
  return served;
}

/** Makes the next key, and has the server keep it. */
export async function beginRotation(
  vault: Vault,
  organizationId: string,
  actions: RotationActions,
  begin: (input: Parameters<RotationActions["begin"]>[0]) => Promise<ActionResult<unknown>>,
): Promise<UnderWay> {
  const served = await presentKey(vault, organizationId, actions);
  const rotationId = crypto.randomUUID();
  const { succession, ...next } = await vault.makeNextKey(
    `next:${rotationId}`,
    `organization:${organizationId}`,
  );
  const { organizationKeyId } = served;
  await answerOf(begin({ organizationId, organizationKeyId, rotationId, succession, ...next }));
  return { rotationId, served, nextPublicKey: next.publicKey };
}

/**
 * Goes on with a rotation of one's own that was begun before, in this tab or in another.
 *
 * @throws {KeyRefused} `rotation_outdated` too, when its next key was not made to replace the present one.
 */
export async function takeUpRotation(
  vault: Vault,
  organizationId: string,
  actions: RotationActions,
  { id: rotationId, next }: { id: string; next: ServedNextKey },
): Promise<UnderWay> {
  const served = await presentKey(vault, organizationId, actions);
  try {
    await vault.takeUpNextKey(`next:${rotationId}`, `organization:${organizationId}`, next);
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== "cannot_open") throw error;
    throw new KeyRefused({ code: "rotation_outdated" });
  }
  return { rotationId, served, nextPublicKey: next.publicKey };
}

type Whose = { organizationId: string } & Pick<
  OrganizationRotationKeys,
  "self" | "leftOut" | "leftBehind" | "namesOfLost"
>;

/** Seals anew what is left, and stages it. */
export function stageRotation(
  vault: Vault,
  { organizationId, ...decided }: Whose,
  { rotationId, served, nextPublicKey }: UnderWay,
  actions: RotationActions,
  onProgress: (progress: Progress) => void,
  stop: AbortSignal,
) {
  const target = { organizationId, rotationId };
  const keys = {
    of: `organization:${organizationId}`,
    next: `next:${rotationId}`,
    pair: served,
    nextPublicKey,
    ...decided,
  } as const;
  type Rows = z.input<typeof StageOrganizationRows>["rows"];
  return stageAll<LeftRows, AnewRow, AnewRow["kind"]>(
    {
      rows: async (counted, last) => {
        const { next, ...left } = await answerOf(
          actions.rows({ ...target, counted, last: last as LastRow<OrganizationKind> | null }),
        );
        // What the server has named is handed back, and the rows are as the server says their kind is; what does not open is damaged.
        return { ...left, next: next as LeftRows | null };
      },
      // Each is sealed as its kind is, which the server checks.
      stage: (rows: AnewRow[]) => answerOf(actions.stage({ ...target, rows: rows as unknown as Rows })),
    },
    (rows, remembered) => resealOrganizationRows(vault, keys, rows, remembered),
    onProgress,
    stop,
  );
}

/** The next key is the organization's: this browser goes on with it as with every other that it is served. */
export async function goOnWithNextKey(vault: Vault, organizationId: string, { rotationId }: UnderWay) {
  await vault.drop(`next:${rotationId}`);
  await vault.drop(`organization:${organizationId}`);
}
