"use client";

import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useStrength, useStrengthMeter } from "@/components/account/use-strength";
import { PassphraseOptions } from "@/components/generator/passphrase-options";
import { PasswordOptions } from "@/components/generator/password-options";
import type { GeneratorState } from "@/components/generator/use-generator";
import { UsernameOptions } from "@/components/generator/username-options";
import { type GeneratedKind, generatedKinds } from "@/components/generator/wishes";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { SecretText } from "@/components/ui/secret-text";
import { StrengthMeter } from "@/components/ui/strength-meter";
import { Tabs } from "@/components/ui/tabs";

type Props = {
  state: GeneratorState;
  /** Which kinds are offered; all where nothing is said. */
  kinds?: readonly GeneratedKind[];
};

/** Generates passwords, passphrases and usernames, and shows how hard a secret is to guess. */
export function Generator({ state, kinds = generatedKinds }: Props) {
  const { text, wishes, setWishes, floors, again, keep } = state;
  const t = useTranslations("generator");
  const estimate = useStrengthMeter();
  const isSecret = wishes.kind !== "username";
  const strength = useStrength(isSecret ? text : "", (password) => estimate(password, []));
  const isKind = (value: string): value is GeneratedKind => kinds.some((kind) => kind === value);

  const options: Record<GeneratedKind, React.ReactNode> = {
    password: (
      <PasswordOptions
        wishes={wishes.password}
        floors={floors.password}
        onChange={(password) => setWishes({ ...wishes, password })}
      />
    ),
    passphrase: (
      <PassphraseOptions
        wishes={wishes.passphrase}
        floors={floors.passphrase}
        onChange={(passphrase) => setWishes({ ...wishes, passphrase })}
      />
    ),
    username: (
      <UsernameOptions wishes={wishes.username} onChange={(username) => setWishes({ ...wishes, username })} />
    ),
  };

  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div className="flex items-center gap-1.5 rounded-control border bg-sunk py-2 ps-3.5 pe-2">
        <output aria-label={t(`made.${wishes.kind}`)} className="min-h-6 min-w-0 flex-1 content-center">
          {text ? <SecretText value={text} revealed /> : <span className="text-muted">{t("nothing")}</span>}
        </output>
        <IconButton size="s" label={t("again")} icon={<RefreshCw aria-hidden="true" />} onClick={again} />
        {text ? <CopyButton label={t("copy")} value={text} onCopied={keep} /> : null}
      </div>
      <div className="min-h-4">{isSecret && strength ? <StrengthMeter score={strength.score} /> : null}</div>
      <Tabs
        label={t("kinds.label")}
        value={wishes.kind}
        onChange={(kind) => isKind(kind) && setWishes({ ...wishes, kind })}
        tabs={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`), content: options[kind] }))}
      />
      {isSecret && floors.organizations.length > 0 ? (
        <p className="text-label text-muted">
          {t("floors", { organizations: floors.organizations.join(", ") })}
        </p>
      ) : null}
    </div>
  );
}
