"use client";

import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { isBeyond, lockAfterChoices, useLockAfter } from "@/components/vault/lock-after";
import { onReloadChoices, useOnReload } from "@/components/vault/on-reload";
import { useVault } from "@/components/vault/vault-provider";
import { policiesOf, timeoutLimit } from "@/lib/domain/policy/combining";

const themes = ["light", "dark", "system"] as const;

/** Choices that this device keeps for itself. They apply at once, so there is no button to save them. */
export function DeviceForm() {
  const t = useTranslations("account.device");
  const menu = useTranslations("ui.account");
  const { theme = "system", setTheme } = useTheme();
  const [lockAfter, chooseLockAfter] = useLockAfter();
  const [onReload, chooseOnReload] = useOnReload();
  // The server does not know what this device has chosen, so it renders the usual choice.
  const isHere = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );

  const { policies } = useVault();
  const limit = timeoutLimit(policies);
  const limited = limit && limit.minutes !== null ? { minutes: limit.minutes } : null;
  const limiting = policiesOf(policies, "vault_timeout").map(({ organization }) => organization);
  const durations = lockAfterChoices.map((value) => ({
    value,
    label: durationOf(value),
    disabled: isBeyond(value, limited?.minutes ?? null),
  }));
  return (
    <div className="flex flex-col gap-4">
      <Field label={t("theme")}>
        {(control) => (
          <Select
            {...control}
            value={isHere ? theme : "system"}
            options={themes.map((value) => ({ value, label: menu(value) }))}
            onChange={(event) => setTheme(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={t("lockAfter")}
        hint={
          limited
            ? t("limited", {
                minutes: Math.max(1, limited.minutes),
                organizations: limiting.join(", "),
                action: limit?.action ?? "lock",
              })
            : t("lockHint")
        }
      >
        {(control) => (
          <Select
            {...control}
            value={lockAfter}
            options={durations}
            onChange={(event) => {
              const chosen = lockAfterChoices.find((choice) => choice === event.target.value);
              if (chosen) chooseLockAfter(chosen);
            }}
          />
        )}
      </Field>
      <Field label={t("onReload")} hint={t("onReloadHint")}>
        {(control) => (
          <Select
            {...control}
            value={onReload}
            options={onReloadChoices.map((value) => ({ value, label: t(value) }))}
            onChange={(event) => {
              const chosen = onReloadChoices.find((choice) => choice === event.target.value);
              if (chosen) chooseOnReload(chosen);
            }}
          />
        )}
      </Field>
    </div>
  );

  function durationOf(choice: (typeof lockAfterChoices)[number]): string {
    if (choice === "never") return t("never");
    return choice === "60" ? t("hour") : t("minutes", { minutes: Number(choice) });
  }
}
