import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import {
  enrolInRecoveryAction,
  takeBackRecoveryAction,
} from "@/app/(portal)/organizations/[organizationId]/recovery/actions";
import {
  changeMasterPasswordAction,
  chooseLanguageAction,
  dropReloadKeyAction,
  makeReloadKeyAction,
  noteAdoptedKeyAction,
  rememberKeyAction,
  unlockWithPasskeyAction,
} from "@/app/account/actions";
import {
  askClients,
  askMyKeys,
  askMyPlaces,
  askMyPolicies,
  askMyRecoveries,
  askOrganizationKey,
  askPasskey,
  askReloadKey,
} from "@/app/questions";
import { WeakPasswordDialog } from "@/components/account/weak-password-dialog";
import { LanguageChoice } from "@/components/language/language-choice";
import { EnrolByPolicy } from "@/components/recovery/enrol-by-policy";
import { RecoveryAsked } from "@/components/recovery/recovery-asked";
import { Providers } from "@/components/shell/providers";
import { Switcher } from "@/components/switcher/switcher";
import { VaultProvider } from "@/components/vault/vault-provider";
import { languageOf } from "@/lib/i18n/locales";
import { currentPerson } from "@/lib/session/current-actor";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ui");
  return { title: { default: t("product"), template: `%s · ${t("product")}` }, icons: "/favicon.svg" };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#14151a" },
  ],
};

const reloadKeys = { make: makeReloadKeyAction, get: askReloadKey, drop: dropReloadKeyAction };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const t = await getTranslations("ui");
  const person = await currentPerson();
  const account = person?.userId ?? null;
  return (
    <html lang={languageOf(await getLocale())} suppressHydrationWarning>
      <body>
        <noscript>
          <p className="bg-tint px-6 py-3 text-center font-medium">{t("noScript")}</p>
        </noscript>
        <NextIntlClientProvider>
          <Providers nonce={nonce}>
            <VaultProvider
              readKeys={askMyKeys}
              reloadKeys={reloadKeys}
              rememberKey={rememberKeyAction}
              noteAdoptedKey={noteAdoptedKeyAction}
              askPolicies={askMyPolicies}
              passkeyUnlock={{ ask: askPasskey, open: unlockWithPasskeyAction }}
              account={account}
            >
              <WeakPasswordDialog
                person={person && { name: person.name ?? "", email: person.email }}
                change={changeMasterPasswordAction}
              />
              <EnrolByPolicy
                account={account}
                actions={{ list: askMyRecoveries, getKey: askOrganizationKey, enrol: enrolInRecoveryAction }}
                before={
                  person?.isRecoveryAsked ? (
                    <RecoveryAsked list={askMyRecoveries} takeBack={takeBackRecoveryAction} />
                  ) : null
                }
              >
                <LanguageChoice save={account ? chooseLanguageAction : null}>
                  {children}
                  {account ? <Switcher actions={{ places: askMyPlaces, clients: askClients }} /> : null}
                </LanguageChoice>
              </EnrolByPolicy>
            </VaultProvider>
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
