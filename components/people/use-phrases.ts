"use client";

import { useCallback, useEffect, useState } from "react";
import { reach } from "@/components/forms/reach";
import { type ComparedKeys, useComparedKeys } from "@/components/people/compared-keys";
import type { PersonToConfirm } from "@/lib/domain/person-to-confirm";
import type { ActionResult, Failure } from "@/lib/http/result";

/** `known`: their key is one that the person signed in has compared before, and need not be compared again. */
export type WithPhrase = PersonToConfirm & { phrase: string; known: boolean };

export type AskPeople = () => Promise<ActionResult<PersonToConfirm[]>>;

type Phrases =
  | { status: "loading" }
  | { status: "failed"; failure: Failure }
  | { status: "ready"; people: WithPhrase[] };

/**
 * Those of `memberIds` who can be confirmed, with the phrases of their keys. They are asked for once: a phrase
 * is worked out on this device, from the very key that will be sealed to.
 */
export function usePhrases(memberIds: readonly string[], ask: AskPeople) {
  const openCompared = useComparedKeys();
  const [phrases, setPhrases] = useState<Phrases>({ status: "loading" });

  const load = useCallback(async () => {
    setPhrases({ status: "loading" });
    const answer = await reach(ask());
    if (!answer.ok) return setPhrases({ status: "failed", failure: answer.failure });
    const chosen = answer.result.filter(({ memberId }) => memberIds.includes(memberId));
    try {
      setPhrases({ status: "ready", people: await withPhrases(chosen, await openCompared()) });
    } catch {
      // What came is no public key: there is nothing to compare, and nobody to seal for.
      setPhrases({ status: "failed", failure: { code: "unexpected" } });
    }
  }, [ask, memberIds, openCompared]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a key that was shown stays the one that is sealed to
  useEffect(() => {
    void load();
  }, []);

  return { phrases, reload: load, openCompared };
}

async function withPhrases(people: PersonToConfirm[], compared: ComparedKeys): Promise<WithPhrase[]> {
  // The list of words is 60 kB: it is loaded when somebody compares.
  const { fingerprintPhrase } = await import("@/lib/crypto/fingerprint");
  return Promise.all(
    people.map(async (person) => ({
      ...person,
      phrase: fingerprintPhrase(person.userId, person.publicKey),
      known: await compared.isCompared(person.userId, person.publicKey),
    })),
  );
}
