"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { PersonRow } from "@/components/people/person-row";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { useUnsaved } from "@/components/ui/unsaved";
import type { ChangedKey } from "@/lib/vault/run-rotation";

type Props = {
  changed: readonly ChangedKey[];
  decide: (compared: ReadonlySet<string>) => void;
};

type Phrases = ReadonlyMap<string, { former: string; now: string }>;

/** People whose key is another than before: both phrases, and who was compared. Nobody else gets the next key. */
export function ChangedKeys({ changed, decide }: Props) {
  const t = useTranslations("rotation.changedKeys");
  const phrases = usePhrases(changed);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  useUnsaved(ticked.size > 0);
  const missing = changed.filter(({ userId, isOwner }) => isOwner && !ticked.has(userId));

  function tick(userId: string, isCompared: boolean) {
    const next = new Set(ticked);
    if (isCompared) next.add(userId);
    else next.delete(userId);
    setTicked(next);
  }

  return (
    <div className="flex flex-col gap-4">
      <Callout tone="warn" title={t("title", { count: changed.length })}>
        {t("text")}
      </Callout>
      {phrases ? (
        <ul className="flex flex-col gap-4">
          {changed.map(({ userId, name, email }) => (
            <PersonRow
              key={userId}
              person={{ name, email, phrase: phrases.get(userId)?.now ?? "", known: false }}
              former={phrases.get(userId)?.former ?? ""}
              compared={ticked.has(userId)}
              onCompared={(isCompared) => tick(userId, isCompared)}
              alone={false}
            />
          ))}
        </ul>
      ) : (
        <Skeleton height="46px" />
      )}
      {missing.length > 0 ? (
        <p className="text-label text-muted">
          {t("owners", { names: missing.map(({ name, email }) => name ?? email).join(", ") })}
        </p>
      ) : null}
      <DialogFooter>
        <Button disabled={phrases === null || missing.length > 0} onClick={() => decide(ticked)}>
          {t("goOn", { count: ticked.size })}
        </Button>
        <DialogCancel>{t("later")}</DialogCancel>
      </DialogFooter>
    </div>
  );
}

/** The list of words is 60 kB: it is loaded when somebody compares. */
function usePhrases(changed: readonly ChangedKey[]): Phrases | null {
  const [phrases, setPhrases] = useState<Phrases | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void import("@/lib/crypto/fingerprint").then(({ fingerprintPhrase, fingerprintPhraseOfDigest }) => {
      if (!isCurrent) return;
      setPhrases(
        new Map(
          changed.map(({ userId, publicKey, formerDigest }) => [
            userId,
            {
              former: fingerprintPhraseOfDigest(userId, formerDigest),
              now: fingerprintPhrase(userId, publicKey),
            },
          ]),
        ),
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [changed]);
  return phrases;
}
