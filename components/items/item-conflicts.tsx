"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { ItemValues } from "@/components/items/item-values";
import { type Choice, type ComparedPart, type Conflict, statedOf } from "@/components/items/merge-values";
import { isTextPart, textPartsOf } from "@/components/items/text-parts";
import type { useConflicts } from "@/components/items/use-conflicts";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { RadioGroup } from "@/components/ui/radio-group";
import { SecretText } from "@/components/ui/secret-text";

/** What was typed here and what somebody else has saved meanwhile, side by side: whose is kept is chosen for each. */
export function ItemConflicts(props: ReturnType<typeof useConflicts>) {
  const { conflicts, hasTakenOver, choices, choose, labelOf } = props;
  const t = useTranslations("vault.conflict");
  const [revealed, setRevealed] = useState(false);
  if (conflicts.length === 0)
    return hasTakenOver ? (
      <Callout role="alert" tone="info" title={t("title")}>
        {t("takenOver")}
      </Callout>
    ) : null;
  const hint = (conflict: Conflict, whose: "mine" | "theirs") => (
    <Version values={conflict[whose]} part={conflict.part} revealed={revealed} />
  );
  return (
    <Callout
      tone="warn"
      title={t("title")}
      action={
        conflicts.some(hasSecret) ? (
          <Button variant="quiet" size="s" onClick={() => setRevealed(!revealed)}>
            {t(revealed ? "hide" : "show")}
          </Button>
        ) : null
      }
    >
      <p>{t("text")}</p>
      <div className="mt-3 flex flex-col gap-4 text-ink">
        {conflicts.map((conflict) => (
          <RadioGroup
            key={conflict.part}
            name={`conflict ${conflict.part}`}
            legend={labelOf(conflict.part)}
            value={choices[conflict.part] ?? "mine"}
            onChange={({ target }) => choose(conflict, target.value as Choice)}
            options={[
              { value: "mine", label: t("mine"), hint: hint(conflict, "mine") },
              { value: "theirs", label: t("theirs"), hint: hint(conflict, "theirs") },
              { value: "both", label: t("both"), hint: t(bothOf(conflict.part)) },
            ]}
          />
        ))}
      </div>
    </Callout>
  );
}

const bothOf = (part: ComparedPart) =>
  part === "name" || isTextPart(part) ? ("bothAsField" as const) : ("bothTogether" as const);

const isSecretPart = (values: ItemValues, part: ComparedPart) =>
  textPartsOf(values.type).some(({ name, isSecret }) => name === part && isSecret);

const hasSecret = ({ part, mine, theirs }: Conflict) =>
  isSecretPart(mine, part) ||
  (part === "fields" && [...mine.fields, ...theirs.fields].some(({ kind }) => kind === "hidden"));

type VersionProps = { values: ItemValues; part: ComparedPart; revealed: boolean };

/** One version of a part. */
function Version({ values, part, revealed }: VersionProps): ReactNode {
  const t = useTranslations("vault.conflict");
  if (part === "fields")
    return values.fields.map(({ name, kind, value }) => (
      <span key={`${name} ${kind} ${value}`} className="block">
        {name} {kind === "hidden" ? <SecretText value={value} revealed={revealed} /> : <bdi>{value}</bdi>}
      </span>
    ));
  if (part === "uris")
    return values.uris.map(({ uri }) => (
      <bdi key={uri} className="block break-all">
        {uri}
      </bdi>
    ));
  const value = String(statedOf(values, part));
  if (value === "") return t("empty");
  if (isSecretPart(values, part)) return <SecretText value={value} revealed={revealed} />;
  return <bdi className="whitespace-pre-wrap">{value}</bdi>;
}
