"use client";

import { useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import { reach } from "@/components/forms/reach";
import type { WithPhrase } from "@/components/people/use-phrases";
import type { Refusal } from "@/lib/domain/refusal";
import type { ActionResult, Failure } from "@/lib/http/result";

/** How far each person is: being sealed for, sealed for and not yet sent, confirmed, or refused with a reason. */
export type Progress = Map<string, "sealing" | "sealed" | "confirmed" | Failure>;

/** How a key is handed over: sealed for one after the other on this device, and sent for all at once. */
export type HandOver<Sealed> = {
  seal: (person: WithPhrase) => Promise<ActionResult<Sealed>>;
  send: (
    sealed: [Sealed, ...Sealed[]],
  ) => Promise<ActionResult<{ rows: { id: string; refusal: Refusal | null }[] }>>;
};

/** Confirms people in one act. Whoever cannot be sealed for, or is refused, does not stop the rest. */
export function useConfirmation<Sealed>({ seal, send }: HandOver<Sealed>) {
  const [progress, setProgress] = useState<Progress>(new Map());
  const [isBusy, setBusy] = useState(false);
  const note = (id: string, state: "sealing" | "sealed" | "confirmed" | Failure) =>
    setProgress((before) => new Map(before).set(id, state));

  /** Answers who was confirmed; null when the person would not unlock. */
  async function confirm(people: WithPhrase[]): Promise<WithPhrase[] | null> {
    setBusy(true);
    try {
      const ready: { person: WithPhrase; sealed: Sealed }[] = [];
      for (const person of people) {
        note(person.memberId, "sealing");
        const answer = await seal(person);
        note(person.memberId, answer.ok ? "sealed" : answer.failure);
        if (answer.ok) ready.push({ person, sealed: answer.result });
      }
      const [first, ...more] = ready.map(({ sealed }) => sealed);
      if (first === undefined) return [];
      const answer = await reach(send([first, ...more]));
      if (!answer.ok) {
        for (const { person } of ready) note(person.memberId, answer.failure);
        return [];
      }
      const refusals = new Map(answer.result.rows.map(({ id, refusal }) => [id, refusal]));
      for (const [id, refusal] of refusals) note(id, refusal === null ? "confirmed" : { code: refusal });
      return ready.flatMap(({ person }) => (refusals.get(person.memberId) === null ? person : []));
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
      setProgress(new Map());
      return null;
    } finally {
      setBusy(false);
    }
  }

  return { progress, isBusy, confirm };
}
