"use client";

import { KeyRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMessages } from "@/components/forms/use-messages";
import {
  confirmsWithoutComparing,
  confirmWithoutComparing,
} from "@/components/members/comparison-preference";
import { ConfirmRow } from "@/components/members/confirm-row";
import { type MemberActions, shownName } from "@/components/members/member-actions";
import { useConfirmation } from "@/components/members/use-confirmation";
import { usePhrases } from "@/components/members/use-phrases";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogFooter } from "@/components/ui/dialog-footer";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import type { ProviderMemberId } from "@/lib/domain/ids";

type Props = {
  providerId: string;
  memberIds: readonly ProviderMemberId[];
  actions: Pick<MemberActions, "confirm" | "askMembersToConfirm" | "askProviderKey">;
  onClose: () => void;
};

/** Compare, then seal: the body of the dialog that confirms one member or several. */
export function ConfirmMembers({ providerId, memberIds, actions, onClose }: Props) {
  const t = useTranslations("members.confirmDialog");
  const { failure } = useMessages();
  const toast = useToast();
  const router = useRouter();
  const { phrases, reload } = usePhrases(providerId, memberIds, actions.askMembersToConfirm);
  const { progress, isBusy, confirm } = useConfirmation(providerId, actions);
  const [skips] = useState(confirmsWithoutComparing);
  const [compared, setCompared] = useState<ReadonlySet<ProviderMemberId>>(new Set());
  const [dontAsk, setDontAsk] = useState(false);

  if (phrases.status === "loading") return <Skeleton height="46px" />;
  if (phrases.status === "failed")
    return <Callout tone="bad" title={failure(phrases.failure)} action={<Retry onRetry={reload} />} />;

  const { members } = phrases;
  const [first] = members;
  if (!first) return <p>{t("none")}</p>;
  const alone = members.length === 1;
  const chosen = members.filter(
    ({ memberId }) => (skips || compared.has(memberId)) && !progress.has(memberId),
  );

  const settled = [...progress.values()].filter((state) => state !== "sealing").length;
  const current = members.find(({ memberId }) => progress.get(memberId) === "sealing");

  async function run() {
    if (dontAsk) confirmWithoutComparing();
    const confirmed = await confirm(chosen);
    if (!confirmed) return;
    router.refresh();
    if (confirmed < chosen.length) return;
    toast.success(t("done", { count: confirmed }));
    onClose();
  }

  function tick(memberId: ProviderMemberId, isCompared: boolean) {
    const next = new Set(compared);
    if (isCompared) next.add(memberId);
    else next.delete(memberId);
    setCompared(next);
  }

  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">{alone ? t("text", { name: shownName(first) }) : t("textMany")}</p>
      <ul className="flex flex-col gap-4">
        {members.map((member) => (
          <ConfirmRow
            key={member.memberId}
            member={member}
            state={progress.get(member.memberId)}
            compared={skips || compared.has(member.memberId)}
            onCompared={(isCompared) => tick(member.memberId, isCompared)}
            alone={alone}
          />
        ))}
      </ul>
      {skips ? null : (
        <Checkbox
          checked={dontAsk}
          hint={t("dontAskHint")}
          onChange={(event) => setDontAsk(event.target.checked)}
        >
          {t("dontAsk")}
        </Checkbox>
      )}
      {current && !alone ? (
        <ProgressBar
          done={settled}
          total={progress.size + chosen.length}
          doing={t("sealing", { name: shownName(current) })}
        />
      ) : null}
      <DialogFooter>
        <Button
          icon={<KeyRound aria-hidden="true" />}
          busy={isBusy}
          disabled={chosen.length === 0 && !isBusy}
          onClick={run}
        >
          {alone ? t("action") : t("actionMany", { count: chosen.length })}
        </Button>
        <Button variant="quiet" disabled={isBusy} onClick={onClose}>
          {t("close")}
        </Button>
      </DialogFooter>
    </div>
  );
}

function Retry({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("ui");
  return (
    <Button variant="quiet" size="s" onClick={onRetry}>
      {t("tryAgain")}
    </Button>
  );
}
