import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { registerAction, startRegistrationAction } from "@/app/(auth)/actions";
import { followedLink } from "@/app/(auth)/invitation";
import { pageOf } from "@/app/(auth)/link-pages";
import { askLanding } from "@/app/questions";
import { RegisterForm } from "@/components/account/register-form";
import { StartRegistrationForm } from "@/components/account/start-registration-form";
import { LanguageLinks } from "@/components/language/language-links";
import { AuthFrame } from "@/components/shell/auth-frame";
import { AppLink } from "@/components/ui/app-link";
import { LinkButton } from "@/components/ui/link-button";
import { environment } from "@/lib/env";
import { currentPerson } from "@/lib/session/current-actor";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("auth"))("register.title"),
});

type Link = NonNullable<Awaited<ReturnType<typeof followedLink>>>;

/** What the inviting organization asks of a master password. */
const askedBy = ({ passwordPolicy, organizationName }: Link) =>
  passwordPolicy && { ...passwordPolicy, organizations: organizationName ? [organizationName] : [] };

/** With a link that gives the right to it, the form; without, how to come by such a link. */
export default async function RegisterPage() {
  const link = await followedLink();
  // Where the account is the link's whole purpose, nothing is left to do but to begin.
  const page = link?.purpose ? pageOf(link.purpose) : null;
  const next = page === "/register" ? null : page;
  if (await currentPerson()) redirect(next ?? "/");
  if (link?.purpose === "instance_set_up") redirect("/setup");
  const t = await getTranslations("auth.register");
  const logIn = next ? `/log-in?next=${encodeURIComponent(next)}` : "/log-in";
  const foot = (
    <>
      <AppLink href={logIn} className="font-strong text-link hover:underline">
        {t("haveAccount")}
      </AppLink>
      <LanguageLinks />
    </>
  );

  if (link?.email && link.hasAccount)
    return (
      <AuthFrame title={t("taken", { email: link.email })} subtitle={t("takenText")} foot={<LanguageLinks />}>
        <LinkButton href={logIn} size="l" wide>
          {t("haveAccount")}
        </LinkButton>
      </AuthFrame>
    );
  if (link?.email && link.purpose !== "email_verification")
    return (
      <AuthFrame title={t("title")} subtitle={t("subtitle")} foot={foot}>
        <RegisterForm
          token={link.token}
          email={link.email}
          next={next}
          register={registerAction}
          askLanding={askLanding}
          asked={askedBy(link)}
          language={link.language}
        />
      </AuthFrame>
    );
  if (environment().signups === "open")
    return (
      <AuthFrame title={t("title")} subtitle={t("startSubtitle")} foot={foot}>
        <StartRegistrationForm start={startRegistrationAction} />
      </AuthFrame>
    );
  return (
    <AuthFrame title={t("closedTitle")} foot={foot}>
      <p>{t("closedText")}</p>
    </AuthFrame>
  );
}
