"use client";

import { Settings } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { chooseLocale } from "@/components/account/choose-locale";
import type { UpdateProfileAction } from "@/components/account/profile-form";
import { useLogOut } from "@/components/account/use-log-out";
import { AccountMenu } from "@/components/shell/account-menu";
import { unlessUnsaved } from "@/components/ui/unsaved";
import { useVault } from "@/components/vault/vault-provider";
import type { Locale } from "@/lib/i18n/locales";

type Props = {
  person: { userId: string; name: string | null; email: string };
  updateProfile: UpdateProfileAction;
};

/** The account menu of whoever is signed in: settings, language, appearance, lock, log out. */
export function SessionMenu({ person, updateProfile }: Props) {
  const t = useTranslations("account");
  const router = useRouter();
  const { status, lock } = useVault();
  const logOut = useLogOut();
  const { userId, name, email } = person;

  async function chooseLanguage(locale: Locale) {
    chooseLocale(locale);
    router.refresh();
    // The account keeps it for mails and for other devices; this device has it in any case.
    if (name) await updateProfile({ name, locale }).catch(() => null);
  }

  return (
    <AccountMenu
      user={{ id: userId, name: name ?? "", email }}
      links={[{ label: t("menu"), href: "/account", icon: <Settings aria-hidden="true" /> }]}
      onLocale={chooseLanguage}
      {...(status === "unlocked" && { onLock: lock })}
      onLogOut={() => unlessUnsaved(() => void logOut())}
    />
  );
}
