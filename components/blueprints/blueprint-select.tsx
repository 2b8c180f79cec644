"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback } from "react";
import { openBlueprints, type SealedBlueprints } from "@/components/blueprints/blueprints";
import { useAsked } from "@/components/forms/use-asked";
import { useMessages } from "@/components/forms/use-messages";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { Decrypted } from "@/components/vault/decrypted";
import type { AskProviderKey } from "@/components/vault/hold-key";
import { LockedCallout } from "@/components/vault/locked-callout";
import { useVault } from "@/components/vault/vault-provider";
import type { Act } from "@/lib/http/result";
import type { ListedBlueprint } from "@/lib/operations/blueprint/list-blueprints";

export type ListBlueprints = Act<{ providerId: string }, ListedBlueprint[]>;

export type BlueprintSelectProps = {
  providerId: string;
  list: ListBlueprints;
  getKey: AskProviderKey;
  /** The chosen one's id; empty for none. */
  value: string;
  onChange: (blueprintId: string) => void;
};

type Props = BlueprintSelectProps & {
  words: { label: string; hint?: string; first: string };
  optional?: boolean;
  /** Where the provider has no blueprint. */
  empty: ReactNode;
};

/** One of the provider's blueprints, by name. While the vault is locked, it asks to be unlocked. */
export function BlueprintSelect({
  providerId,
  list,
  getKey,
  value,
  onChange,
  words,
  optional,
  empty,
}: Props) {
  const t = useTranslations("blueprints.choice");
  const { failure } = useMessages();
  const { status } = useVault();
  const { answer } = useAsked(
    useCallback(async () => {
      const listed = await list({ providerId });
      if (!listed.ok) return listed;
      const sealed: SealedBlueprints = { providerId, getKey, blueprints: listed.result };
      return { ok: true as const, result: sealed };
    }, [list, providerId, getKey]),
  );
  if (!answer) return <Skeleton height="60px" />;
  if (!answer.ok) return <Callout role="alert" tone="bad" title={failure(answer.failure)} />;
  if (answer.result.blueprints.length === 0) return empty;
  const locked = <LockedCallout title={t("locked")} unlock={t("unlock")} aside />;
  const { label, hint, first } = words;
  return (
    <Decrypted
      sealed={answer.result}
      open={openBlueprints}
      fallback={status === "locked" ? locked : <Skeleton height="60px" />}
      failed={null}
    >
      {(blueprints) => (
        <Field label={label} {...(hint && { hint })} {...(optional && { optional })}>
          {(control) => (
            <Select
              {...control}
              value={value}
              onChange={(event) => onChange(event.target.value)}
              options={[
                { value: "", label: first },
                ...blueprints.map(({ id, name }) => ({ value: id, label: name ?? t("unreadable") })),
              ]}
            />
          )}
        </Field>
      )}
    </Decrypted>
  );
}
