"use client";

import { useCallback, useEffect, useState } from "react";
import { Cancelled } from "@/components/forms/cancelled";
import { reach } from "@/components/forms/reach";
import { comparedAmong, withRecord } from "@/components/people/compared-keys";
import { useVault } from "@/components/vault/vault-provider";
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
 * Those of `memberIds` who can be confirmed, or all whom the answer has, with the phrases of their keys. They are asked for once: a phrase
 * is worked out on this device, from the very key that will be sealed to. The vault is unlocked first, so that
 * nothing is asked over a phrase that somebody is about to compare.
 *
 * @param onCancel when they do not want to unlock: nobody is confirmed without it.
 */
export function usePhrases(memberIds: readonly string[] | null, ask: AskPeople, onCancel: () => void) {
  const { withVault } = useVault();
  const [phrases, setPhrases] = useState<Phrases>({ status: "loading" });

  const load = useCallback(async () => {
    setPhrases({ status: "loading" });
    try {
      const answer = await withVault(() => reach(ask()));
      if (!answer.ok) return setPhrases({ status: "failed", failure: answer.failure });
      const chosen = answer.result.filter(({ memberId }) => memberIds?.includes(memberId) ?? true);
      const compared = await withVault((vault) => comparedAmong(vault, withRecord(chosen)));
      setPhrases({ status: "ready", people: await withPhrases(chosen, compared) });
    } catch (error) {
      if (error instanceof Cancelled) return onCancel();
      // What came is no public key: there is nothing to compare, and nobody to seal for.
      setPhrases({ status: "failed", failure: { code: "unexpected" } });
    }
  }, [ask, memberIds, onCancel, withVault]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a key that was shown stays the one that is sealed to
  useEffect(() => {
    void load();
  }, []);

  return { phrases, reload: load };
}

async function withPhrases(people: PersonToConfirm[], compared: ReadonlySet<string>): Promise<WithPhrase[]> {
  // The list of words is 60 kB: it is loaded when somebody compares.
  const { fingerprintPhrase } = await import("@/lib/crypto/fingerprint");
  return people.map((person) => ({
    ...person,
    phrase: fingerprintPhrase(person.userId, person.publicKey),
    known: compared.has(person.userId),
  }));
}
