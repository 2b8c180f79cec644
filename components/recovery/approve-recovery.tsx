"use client";

import { useTranslations } from "next-intl";
import { useAct } from "@/components/forms/use-act";
import type { RecoveryActions } from "@/components/recovery/recovery-actions";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { NameAndAddress } from "@/components/ui/name-and-address";
import type { Enrolled } from "@/lib/operations/recovery/list-enrolled";

type Member = Enrolled["members"][number];
type Props = {
  organizationId: string;
  member: Member;
  waits: NonNullable<Member["waits"]>;
  approve: RecoveryActions["approve"];
  onClose: () => void;
};

/** What an owner approves: who has asked, for which provider, for whom, when, and from when on it can be done. */
export function ApproveRecovery({ organizationId, member, waits, approve, onClose }: Props) {
  const t = useTranslations("recovery.approval");
  const { act, busy } = useAct();
  const { id: memberId, name, email } = member;
  const { asker, askedBy, providerName, askedAt, readyAt } = waits;
  const facts = [
    { key: "who", value: <NameAndAddress name={name} email={email} /> },
    { key: "asker", value: asker ?? t("unknown") },
    { key: "provider", value: providerName ?? t("unknown") },
    { key: "askedAt", value: <DateTime value={askedAt} show="date and time" /> },
    { key: "readyAt", value: <DateTime value={readyAt} show="date and time" /> },
  ] as const;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { who: name ?? email })}
      confirm={t("confirm")}
      tone="primary"
      busy={busy}
      onConfirm={() => void act(() => approve({ organizationId, memberId, askedBy, askedAt }), onClose)}
    >
      <p>{t("text")}</p>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {facts.map(({ key, value }) => (
          <div key={key} className="contents">
            <dt>{t(key)}</dt>
            <dd className="wrap-anywhere font-medium text-ink">{value}</dd>
          </div>
        ))}
      </dl>
    </ConfirmDialog>
  );
}
