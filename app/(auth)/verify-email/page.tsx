import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { verifyEmailAction } from "@/app/(auth)/actions";
import { followedLink } from "@/app/(auth)/invitation";
import { deadLinkPage } from "@/app/(auth)/link-pages";
import { PlainFoot } from "@/app/(auth)/plain-foot";
import { SwitchAccount } from "@/components/join/switch-account";
import { VerifyEmail } from "@/components/join/verify-email";
import { PlainFrame } from "@/components/shell/plain-frame";
import { currentPerson } from "@/lib/session/current-actor";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("auth"))("verify.title"),
});

export default async function VerifyEmailPage() {
  const link = await followedLink();
  if (link?.purpose !== "email_verification" || !link.email) redirect(deadLinkPage("unknown", null));
  const person = await currentPerson();
  if (!person) redirect(`/log-in?next=${encodeURIComponent("/verify-email")}`);
  const t = await getTranslations("auth.verify");
  if (person.email !== link.email)
    return (
      <PlainFrame title={t("otherTitle")} foot={<PlainFoot />}>
        <p className="break-words">{t("otherText", { invited: link.email, yours: person.email })}</p>
        <SwitchAccount label={t("switch")} next="/verify-email" />
      </PlainFrame>
    );
  return (
    <PlainFrame title={t("title")} foot={<PlainFoot />}>
      <VerifyEmail email={link.email} token={link.token} verify={verifyEmailAction} />
    </PlainFrame>
  );
}
