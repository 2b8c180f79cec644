import { getLocale, getTranslations } from "next-intl/server";
import { updateProfileAction } from "@/app/account/actions";
import { ProfileForm } from "@/components/account/profile-form";
import { Card } from "@/components/ui/card";
import { languageOf } from "@/lib/i18n/locales";
import type { currentPerson } from "@/lib/session/current-actor";

type Props = { person: NonNullable<Awaited<ReturnType<typeof currentPerson>>> };

export async function ProfileSection({ person: { name, locale } }: Props) {
  const t = await getTranslations("account");
  return (
    <Card title={t("profile.title")}>
      <ProfileForm
        profile={{ name: name ?? "", locale: locale ?? languageOf(await getLocale()) }}
        update={updateProfileAction}
      />
    </Card>
  );
}
