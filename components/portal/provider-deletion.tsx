"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { reach } from "@/components/forms/reach";
import { useMessages } from "@/components/forms/use-messages";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { useToast } from "@/components/ui/toast";
import type { Act, Failure } from "@/lib/http/result";

type Props = { token: string; provider: { id: string; name: string }; deleteIt: Act<{ token: string }> };

/** The last question before a provider is deleted. */
export function ProviderDeletion({ token, provider, deleteIt }: Props) {
  const t = useTranslations("portal.deletion");
  const router = useRouter();
  const toast = useToast();
  const messages = useMessages();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function run() {
    setBusy(true);
    setFailure(null);
    const answer = await reach(deleteIt({ token }));
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast.success(t("done", { name: provider.name }));
    router.replace("/providers");
  }

  return (
    <>
      <p>{t("text")}</p>
      {failure ? (
        <p role="alert" className="text-bad">
          {failure.code === "not_found" ? t("refusedText") : messages.failure(failure)}
        </p>
      ) : null}
      <div className="grid gap-2.5 sm:grid-cols-2">
        <Button size="l" variant="danger" busy={busy} onClick={run}>
          {t("confirm", { name: provider.name })}
        </Button>
        <LinkButton size="l" variant="quiet" href={`/providers/${provider.id}/settings`}>
          {t("keep")}
        </LinkButton>
      </div>
    </>
  );
}
