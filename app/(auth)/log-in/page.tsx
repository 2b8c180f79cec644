import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { followedLink } from "@/app/(auth)/invitation";
import { askLanding, askPrelogin } from "@/app/questions";
import { LogInForm } from "@/components/account/log-in-form";
import { safeNext } from "@/components/account/safe-next";
import { LanguageLinks } from "@/components/language/language-links";
import { AuthFrame } from "@/components/shell/auth-frame";
import { AppLink } from "@/components/ui/app-link";
import { ForNobody } from "@/components/vault/for-nobody";
import { environment } from "@/lib/env";
import { currentPerson } from "@/lib/session/current-actor";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("auth"))("logIn.title"),
});

export default async function LogInPage({ searchParams }: PageProps<"/log-in">) {
  const next = safeNext((await searchParams).next);
  if (await currentPerson()) redirect(next ?? "/");
  const link = await followedLink();
  const t = await getTranslations("auth.logIn");
  return (
    <AuthFrame
      title={t("title")}
      subtitle={t("subtitle")}
      foot={
        <>
          {link || environment().signups === "open" ? (
            <AppLink href="/register" className="font-strong text-link hover:underline">
              {t("noAccount")}
            </AppLink>
          ) : (
            <span />
          )}
          <LanguageLinks />
        </>
      }
    >
      <ForNobody />
      <LogInForm email={link?.email ?? ""} next={next} askKdf={askPrelogin} askLanding={askLanding} />
      <p className="mt-4 text-label text-muted">{t("forgotten")}</p>
    </AuthFrame>
  );
}
