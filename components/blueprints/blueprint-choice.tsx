"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { openBlueprints, type SealedBlueprints } from "@/components/blueprints/blueprints";
import { useAsked } from "@/components/forms/use-asked";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { Decrypted } from "@/components/vault/decrypted";
import type { AskProviderKey } from "@/components/vault/hold-key";
import { useUnlockInPlace } from "@/components/vault/use-unlock-in-place";
import { useVault } from "@/components/vault/vault-provider";
import type { Act } from "@/lib/http/result";
import type { ListedBlueprint } from "@/lib/operations/blueprint/list-blueprints";

export type ListBlueprints = Act<{ providerId: string }, ListedBlueprint[]>;

type Props = {
  providerId: string;
  list: ListBlueprints;
  getKey: AskProviderKey;
  /** The chosen one's id; empty for none. */
  value: string;
  onChange: (blueprintId: string) => void;
};

/** Which blueprint a new client is given, where the provider has some. */
export function BlueprintChoice({ providerId, list, getKey, value, onChange }: Props) {
  const t = useTranslations("blueprints.choice");
  const { status } = useVault();
  const unlock = useUnlockInPlace();
  const { answer } = useAsked(
    useCallback(async () => {
      const listed = await list({ providerId });
      if (!listed.ok) return listed;
      const sealed: SealedBlueprints = { providerId, getKey, blueprints: listed.result };
      return { ok: true as const, result: sealed };
    }, [list, providerId, getKey]),
  );
  // A client can be made without one, and be given one later.
  if (!answer?.ok || answer.result.blueprints.length === 0) return null;
  const locked = (
    <Callout
      title={t("locked")}
      action={
        <Button variant="quiet" size="s" onClick={() => void unlock()}>
          {t("unlock")}
        </Button>
      }
    />
  );
  return (
    <Decrypted
      sealed={answer.result}
      open={openBlueprints}
      fallback={status === "locked" ? locked : <Skeleton height="60px" />}
      failed={null}
    >
      {(blueprints) => (
        <Field label={t("label")} hint={t("hint")} optional>
          {(control) => (
            <Select
              {...control}
              value={value}
              onChange={(event) => onChange(event.target.value)}
              options={[
                { value: "", label: t("none") },
                ...blueprints.map(({ id, name }) => ({ value: id, label: name ?? t("unreadable") })),
              ]}
            />
          )}
        </Field>
      )}
    </Decrypted>
  );
}
