"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import {
  answerOf,
  beginRotation,
  goOnWithNextKey,
  stageRotation,
  takeUpRotation,
  type UnderWay,
} from "@/components/rotation/rotate-organization";
import type { RotationActions } from "@/components/rotation/rotation-actions";
import { addUncompared, forgetUncompared, wereShown } from "@/components/rotation/uncompared-so-far";
import { sealing } from "@/components/vault/sealing";
import { useVaultKeeper, useVaultState } from "@/components/vault/vault-context";
import type { ActionResult, Failure } from "@/lib/http/result";
import type { OrganizationRotation } from "@/lib/operations/rotation/get-organization";
import type { NamesOfLost } from "@/lib/vault/reseal-rows";
import type { ChangedKey, Damage, Progress, Staged } from "@/lib/vault/run-rotation";
import type { Vault } from "@/lib/vault/vault";

type Ready = Extract<Staged, { ok: true }>;

/** Where a rotation stands in this tab. */
export type RotationStep =
  | { at: "before" }
  | { at: "sealing"; progress: Progress }
  | { at: "ready"; staged: Ready }
  | { at: "damaged"; damaged: Damage[] }
  | { at: "changed"; changed: ChangedKey[] }
  | { at: "switching" }
  | { at: "failed"; failure: Failure }
  | { at: "done"; waiting: number };

type Proven = <Result>(run: () => Promise<ActionResult<Result>>) => Promise<ActionResult<Result>>;

/** Replaces an organization's key from this tab: begins or goes on, seals everything anew, and switches once it is said so. */
export function useRotation(
  organizationId: string,
  begun: OrganizationRotation["rotation"],
  actions: RotationActions,
  withProof: Proven,
  namesOfLost: NamesOfLost,
) {
  const { withVault } = useVaultState();
  const { readKeys } = useVaultKeeper();
  const router = useRouter();
  const [step, setStep] = useState<RotationStep>({ at: "before" });
  const underWay = useRef<UnderWay | null>(null);
  const leftOut = useRef(new Set<string>());
  const leftBehind = useRef(new Set<string>());
  const stop = useRef(new AbortController());
  // Nobody goes on with it any more: the next start makes another next key.
  const isOver = useRef(false);

  async function inVault(work: (vault: Vault) => Promise<void>) {
    stop.current = new AbortController();
    const { signal } = stop.current;
    try {
      const done = await sealing(withVault(work));
      if (!done.ok && !signal.aborted) fail(done.failure);
    } catch (error) {
      if (error instanceof Cancelled) setStep({ at: "before" });
      else if (!signal.aborted) throw error;
    }
  }

  function fail(failure: Failure) {
    if (failure.code === "rotation_outdated") {
      isOver.current = true;
      underWay.current = null;
    }
    setStep({ at: "failed", failure });
  }

  async function seal(vault: Vault, way: UnderWay) {
    const { userId: self } = await answerOf(readKeys({}));
    const onProgress = (progress: Progress) => setStep({ at: "sealing", progress });
    const staged = await stageRotation(
      vault,
      {
        organizationId,
        self,
        leftOut: leftOut.current,
        leftBehind: leftBehind.current,
        namesOfLost,
      },
      way,
      actions,
      onProgress,
      stop.current.signal,
    );
    const uncompared = addUncompared(way.rotationId, staged.uncompared);
    if (staged.ok) {
      const ready = { ...staged, uncompared };
      setStep({ at: "ready", staged: ready });
      return ready;
    }
    const { damaged, changed } = staged;
    setStep(damaged.length > 0 ? { at: "damaged", damaged } : { at: "changed", changed });
    return null;
  }

  const start = () =>
    inVault(async (vault) => {
      setStep({ at: "sealing", progress: { total: 0, staged: 0 } });
      const way =
        underWay.current ??
        (begun?.next && !isOver.current
          ? await takeUpRotation(vault, organizationId, actions, { id: begun.id, next: begun.next })
          : await beginRotation(vault, organizationId, actions, (input) =>
              withProof(() => actions.begin(input)),
            ));
      underWay.current = way;
      await seal(vault, way);
    });

  /** Takes the keys of those who were compared, leaves the others out, and goes on. */
  const decide = (changed: readonly ChangedKey[], compared: ReadonlySet<string>) =>
    inVault(async (vault) => {
      setStep({ at: "sealing", progress: { total: 0, staged: 0 } });
      for (const person of changed) {
        if (!compared.has(person.userId)) {
          leftOut.current.add(person.userId);
          continue;
        }
        const records = await vault.acceptKey(person);
        await answerOf(withProof(() => actions.acceptKey({ userId: person.userId, ...records })));
      }
      if (underWay.current) await seal(vault, underWay.current);
    });

  /** Leaves behind what does not open, and goes on. */
  const leaveBehind = (damaged: readonly Damage[]) =>
    inVault(async (vault) => {
      setStep({ at: "sealing", progress: { total: 0, staged: 0 } });
      for (const { id } of damaged) leftBehind.current.add(id);
      if (underWay.current) await seal(vault, underWay.current);
    });

  /** @param shown what the person has seen before they said so. */
  const finish = (shown: Ready) =>
    inVault(async (vault) => {
      const way = underWay.current;
      if (!way) return;
      setStep({ at: "switching" });
      const answer = await actions.finish({ organizationId, rotationId: way.rotationId });
      if (!answer.ok && answer.failure.code === "rotation_incomplete") {
        // Somebody has changed something meanwhile: that alone is sealed anew. Who was not shown yet is shown first.
        const staged = await seal(vault, way);
        if (staged && staged.leftOut.length === 0 && wereShown(staged.uncompared, shown.uncompared))
          await finish(staged);
        return;
      }
      if (!answer.ok) return fail(answer.failure);
      await goOnWithNextKey(vault, organizationId, way);
      underWay.current = null;
      forgetUncompared(way.rotationId);
      setStep({ at: "done", waiting: answer.result.waiting });
      router.refresh();
    });

  /** What is staged stays, to be gone on with. */
  const leave = () => {
    stop.current.abort();
    setStep({ at: "before" });
    router.refresh();
  };

  return { step, start, decide, leaveBehind, finish, leave };
}
