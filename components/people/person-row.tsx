"use client";

import { useTranslations } from "next-intl";
import { useMessages } from "@/components/forms/use-messages";
import { shownName } from "@/components/people/shown-name";
import type { Progress } from "@/components/people/use-confirmation";
import type { WithPhrase } from "@/components/people/use-phrases";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { FingerprintPhrase } from "@/components/ui/fingerprint-phrase";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

type Props = {
  person: Pick<WithPhrase, "name" | "email" | "phrase" | "known">;
  /** Which role they are to have, in words, where that is part of it. */
  role?: string;
  /** The phrase of the key that is remembered of them, where it is another one. */
  former?: string;
  state?: ReturnType<Progress["get"]>;
  compared: boolean;
  onCompared: (compared: boolean) => void;
  /** Without the name, where the dialog's title says it. */
  alone: boolean;
};

/** One person: their phrase, that it was compared, and what came of it. */
export function PersonRow({ person, role, former, state, compared, onCompared, alone }: Props) {
  const t = useTranslations("people.confirm");
  const { failure } = useMessages();
  const name = shownName(person);
  return (
    <li className="flex flex-col gap-3">
      {alone ? null : (
        <p className="break-words">
          <span className="font-strong">{name}</span>
          {person.name ? <span className="ms-1 text-label text-muted"> {person.email}</span> : null}
        </p>
      )}
      {role ? <p className="text-label text-muted">{t("role", { role })}</p> : null}
      {former === undefined ? null : (
        <section aria-label={t("former", { name })} className="flex flex-col gap-1">
          <p className="text-label text-muted">{t("formerLabel")}</p>
          <FingerprintPhrase phrase={former} />
        </section>
      )}
      <section aria-label={t("fingerprint", { name })} className="flex flex-col gap-1">
        {former === undefined ? null : <p className="text-label text-muted">{t("nowLabel")}</p>}
        <FingerprintPhrase phrase={person.phrase} />
      </section>
      {state === undefined && person.known ? <p className="text-muted">{t("known")}</p> : null}
      {state === undefined && !person.known ? (
        <Checkbox checked={compared} onChange={(event) => onCompared(event.target.checked)}>
          {t("compared")}
          <VisuallyHidden> ({name})</VisuallyHidden>
        </Checkbox>
      ) : null}
      <div aria-live="polite" className="empty:hidden">
        {state === "sealing" || state === "sealed" ? (
          <p className="text-brass-text text-label">{t(state, { name })}</p>
        ) : null}
        {state === "confirmed" ? <Badge tone="ok">{t("confirmed")}</Badge> : null}
        {typeof state === "object" ? <p className="text-bad text-label">{failure(state)}</p> : null}
      </div>
    </li>
  );
}
