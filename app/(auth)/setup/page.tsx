import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { registerAction } from "@/app/(auth)/actions";
import { followedLink } from "@/app/(auth)/invitation";
import { askLanding } from "@/app/questions";
import { RegisterForm } from "@/components/account/register-form";
import { LanguageLinks } from "@/components/language/language-links";
import { AuthFrame } from "@/components/shell/auth-frame";
import { LinkButton } from "@/components/ui/link-button";
import { currentPerson } from "@/lib/session/current-actor";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("auth"))("setUp.title"),
});

/** Where the link of a new server leads: the first account, which administers it. */
export default async function FirstAccountPage() {
  if (await currentPerson()) redirect("/");
  const link = await followedLink();
  const t = await getTranslations("auth.setUp");
  if (link?.purpose !== "instance_set_up")
    return (
      <AuthFrame title={t("missingTitle")} subtitle={t("missingText")} foot={<LanguageLinks />}>
        <LinkButton href="/log-in" size="l" wide>
          {t("logIn")}
        </LinkButton>
      </AuthFrame>
    );
  return (
    <AuthFrame title={t("title")} subtitle={t("subtitle")} foot={<LanguageLinks />}>
      <RegisterForm
        token={link.token}
        email={null}
        next={null}
        register={registerAction}
        askLanding={askLanding}
        asked={null}
      />
    </AuthFrame>
  );
}
