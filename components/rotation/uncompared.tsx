"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Callout } from "@/components/ui/callout";
import { FingerprintPhrase } from "@/components/ui/fingerprint-phrase";
import type { KeyOfPerson } from "@/lib/vault/run-rotation";

/** People whose key was never compared, each with a phrase that can be opened. Nothing where there is nobody. */
export function Uncompared({ people }: { people: readonly KeyOfPerson[] }) {
  const t = useTranslations("rotation");
  if (people.length === 0) return null;
  return (
    <Callout tone="info" title={t("uncompared", { count: people.length })}>
      {t("uncomparedText")}
      <ul className="mt-1.5 max-h-60 overflow-y-auto">
        {people.map((person) => (
          <li key={person.userId}>
            <OpenedPhrase person={person} />
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function OpenedPhrase({ person: { userId, publicKey, name, email } }: { person: KeyOfPerson }) {
  const [phrase, setPhrase] = useState<string | null>(null);
  const open = async () => {
    const { fingerprintPhrase } = await import("@/lib/crypto/fingerprint");
    setPhrase(fingerprintPhrase(userId, publicKey));
  };
  return (
    <details onToggle={() => void open()}>
      <summary className="wrap-anywhere cursor-pointer py-1">{name ? `${name} (${email})` : email}</summary>
      {phrase ? <FingerprintPhrase phrase={phrase} /> : null}
    </details>
  );
}
