import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainFoot } from "@/app/(auth)/plain-foot";
import { DeletionMessage } from "@/components/portal/deletion-message";
import { ProviderDeletion } from "@/components/portal/provider-deletion";
import { PlainFrame } from "@/components/shell/plain-frame";
import { tryLoad } from "@/lib/http/page";
import { getProviderDeletion } from "@/lib/operations/provider/get-deletion";
import { invitationToken } from "@/lib/session/invitation";
import { deleteProviderAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal.deletion");
  return { title: t("title") };
}

/** Where the link of the mail leads that deletes a provider. Looking at it deletes nothing. */
export default async function DeleteProviderPage() {
  const token = await invitationToken();
  const answer = token ? await tryLoad(getProviderDeletion, { token }) : null;
  const deletion = answer?.ok ? answer.result : null;
  const foot = <PlainFoot />;
  if (!token || !deletion) return <DeletionMessage foot={foot} kind="unknown" />;
  const { state, provider, invited, you } = deletion;
  if (state !== "good") return <DeletionMessage foot={foot} kind={state} />;
  if (!you) return <DeletionMessage foot={foot} kind="signed_out" invited={invited} />;
  if (you.email !== invited)
    return <DeletionMessage foot={foot} kind="other_account" invited={invited} yours={you.email} />;
  const t = await getTranslations("portal.deletion");
  return (
    <PlainFrame title={t("question", { name: provider.name })} foot={foot}>
      <ProviderDeletion token={token} provider={provider} deleteIt={deleteProviderAction} />
    </PlainFrame>
  );
}
