import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type DeadLink, deadLinks } from "@/app/(auth)/link-pages";
import { PlainFoot } from "@/app/(auth)/plain-foot";
import { PlainFrame } from "@/components/shell/plain-frame";
import { LinkButton } from "@/components/ui/link-button";
import { type TokenPurpose, tokenPurposes } from "@/lib/domain/token";
import { environment } from "@/lib/env";

/** Why a link leads no further, and what to do now. */
export default async function DeadLinkPage({ params, searchParams }: PageProps<"/link/[state]">) {
  const [{ state: asked }, { for: purposeAsked }] = [await params, await searchParams];
  const state = deadLinks.find((each) => each === asked);
  if (!state) notFound();
  const purpose = tokenPurposes.find((each) => each === purposeAsked) ?? null;
  const t = await getTranslations("join.link");
  const text = textOf(state, purpose);
  const maySendAnother =
    state === "expired" && purpose === "registration" && environment().signups === "open";
  return (
    <PlainFrame title={t(`${text}.title`)} foot={<PlainFoot />}>
      <p>{t(`${text}.text`)}</p>
      <div className="flex flex-wrap gap-2.5">
        {maySendAnother ? <LinkButton href="/register">{t("register")}</LinkButton> : null}
        {state === "busy" ? null : (
          <LinkButton href="/" variant={maySendAnother ? "quiet" : "primary"}>
            {t("logIn")}
          </LinkButton>
        )}
      </div>
    </PlainFrame>
  );
}

/** The same state asks for different deeds, by who can send another link. */
function textOf(state: DeadLink, purpose: TokenPurpose | null) {
  const isMembership = purpose === "provider_member" || purpose === "organization_member";
  if (state === "used" && isMembership) return "usedInvitation";
  if (state === "expired" && (purpose === "registration" || purpose === "email_verification"))
    return "expiredOwn";
  return state;
}
