import { getTranslations } from "next-intl/server";
import { followedLink } from "@/app/(auth)/invitation";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";

/** The way back to an invitation from which somebody came here, as to turn on a second step. */
export async function InvitationNote({ email }: { email: string }) {
  const link = await followedLink();
  const invitesMembers = link?.purpose === "organization_member" || link?.purpose === "provider_member";
  if (!invitesMembers || link.accepted || link.email !== email) return null;
  const t = await getTranslations("join.twoStep");
  return (
    <Callout
      title={t("backTitle", { name: link.organizationName ?? link.providerName ?? "" })}
      action={
        <LinkButton href="/join" variant="quiet" size="s">
          {t("back")}
        </LinkButton>
      }
    />
  );
}
