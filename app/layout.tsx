import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { myKeysQuestion, rememberKeyAction } from "@/app/account/actions";
import { Providers } from "@/components/shell/providers";
import { VaultProvider } from "@/components/vault/vault-provider";
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

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang={await getLocale()} suppressHydrationWarning>
      <body>
        <NextIntlClientProvider>
          <Providers nonce={nonce}>
            <VaultProvider readKeys={myKeysQuestion} rememberKey={rememberKeyAction}>
              {children}
            </VaultProvider>
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
