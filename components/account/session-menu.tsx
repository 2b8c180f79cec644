"use client";

import { Settings } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLanguageChoice } from "@/components/language/language-choice";
import { AccountMenu } from "@/components/shell/account-menu";
import { unlessUnsaved } from "@/components/ui/unsaved";
import { useLogOut } from "@/components/vault/use-log-out";
import { useVault } from "@/components/vault/vault-provider";

type Props = {
  person: { userId: string; name: string | null; email: string };
};

/** The account menu of whoever is signed in: settings, language, appearance, lock, log out. */
export function SessionMenu({ person }: Props) {
  const t = useTranslations("account");
  const chooseLanguage = useLanguageChoice();
  const { status, lock } = useVault();
  const logOut = useLogOut();
  const { userId, name, email } = person;

  return (
    <AccountMenu
      user={{ id: userId, name: name ?? "", email }}
      links={[{ label: t("menu"), href: "/account", icon: <Settings aria-hidden="true" /> }]}
      onLocale={(locale) => void chooseLanguage(locale)}
      {...(status === "unlocked" && { onLock: lock })}
      onLogOut={() => unlessUnsaved(() => void logOut())}
    />
  );
}
