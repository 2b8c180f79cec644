import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PlainFoot } from "@/app/(auth)/plain-foot";
import { SetUp } from "@/components/portal/set-up";
import { SetUpMessage } from "@/components/portal/set-up-message";
import { tryLoad } from "@/lib/http/page";
import { countryNames } from "@/lib/i18n/country-names";
import { getSetUp } from "@/lib/operations/provider/get-set-up";
import { invitationToken } from "@/lib/session/invitation";
import { setUpProviderAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal.setUp");
  return { title: t("title") };
}

export default async function SetUpPage() {
  const token = await invitationToken();
  const answer = token ? await tryLoad(getSetUp, { token }) : null;
  const invitation = answer?.ok ? answer.result : null;
  if (!token || !invitation) return <SetUpMessage foot={<PlainFoot />} kind="unknown" />;
  const { state, provider, invited, you } = invitation;
  if (state !== "good") return <SetUpMessage foot={<PlainFoot />} kind={state} />;
  if (!you) return <SetUpMessage foot={<PlainFoot />} kind="signed_out" invited={invited} />;
  if (you.email !== invited)
    return <SetUpMessage foot={<PlainFoot />} kind="other_account" invited={invited} yours={you.email} />;
  const countries = countryNames(await getLocale());
  return (
    <SetUp token={token} provider={provider} you={you} countries={countries} setUp={setUpProviderAction} />
  );
}
