"use client";

import { useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import type { WithPhrase } from "@/components/people/use-phrases";
import type { ActionResult, Failure } from "@/lib/http/result";

/** How far each person is: being sealed for, confirmed, or refused with a reason. */
export type Progress = Map<string, "sealing" | "confirmed" | Failure>;

/** Seals the key for one person and sends it. */
export type ConfirmOne = (person: WithPhrase) => Promise<ActionResult<unknown>>;

/** Confirms people one after the other, each for themselves: one that fails does not stop the rest. */
export function useConfirmation(confirmOne: ConfirmOne) {
  const [progress, setProgress] = useState<Progress>(new Map());
  const [isBusy, setBusy] = useState(false);
  const note = (id: string, state: "sealing" | "confirmed" | Failure) =>
    setProgress((before) => new Map(before).set(id, state));

  /** Answers who was confirmed; null when the person would not unlock. */
  async function confirm(people: WithPhrase[]): Promise<WithPhrase[] | null> {
    setBusy(true);
    const confirmed: WithPhrase[] = [];
    try {
      for (const person of people) {
        note(person.memberId, "sealing");
        const answer = await confirmOne(person);
        note(person.memberId, answer.ok ? "confirmed" : answer.failure);
        if (answer.ok) confirmed.push(person);
      }
      return confirmed;
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
