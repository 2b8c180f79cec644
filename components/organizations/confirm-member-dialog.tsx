"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useAct } from "@/components/forms/use-act";
import type { MemberActions } from "@/components/organizations/member-actions";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogFooter } from "@/components/ui/dialog-footer";
import { FingerprintPhrase } from "@/components/ui/fingerprint-phrase";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { isCancelled, sealing, useOrganizationVault } from "@/components/vaults/organization-vault";
import { sealOrganizationKeyFor } from "@/lib/vault/seal-organization-key";
import type { Recipient } from "@/lib/vault/vault";

type Props = {
  organizationId: string;
  member: Recipient & { id: string; name: string };
  actions: Pick<MemberActions, "getKey" | "confirm">;
  onClose: () => void;
};

/** Shows the phrase of the very key that the organization's key will be sealed to, and seals it. */
export function ConfirmMemberDialog({ organizationId, member, actions, onClose }: Props) {
  const t = useTranslations("console.confirm");
  const ui = useTranslations("ui");
  const toast = useToast();
  const { act, busy } = useAct();
  const { withOrganization, send } = useOrganizationVault(organizationId, actions.getKey);
  const { id: memberId, userId, publicKey, name } = member;
  const [phrase, setPhrase] = useState<string | null>(null);

  useEffect(() => {
    let shown = true;
    // The list of words is 60 kB: it is loaded when somebody compares.
    void import("@/lib/crypto/fingerprint").then(({ fingerprintPhrase }) => {
      if (shown) setPhrase(fingerprintPhrase(userId, publicKey));
    });
    return () => {
      shown = false;
    };
  }, [userId, publicKey]);

  async function confirm() {
    try {
      const sealed = await sealing(
        withOrganization(async (vault, organizationKeyId) => ({
          organizationId,
          organizationKeyId,
          memberId,
          publicKey,
          organizationKeyForMember: await sealOrganizationKeyFor(vault, organizationId, member),
        })),
      );
      await act(
        () => send(actions.confirm)(sealed),
        () => {
          toast.success(t("done", { name }));
          onClose();
        },
      );
    } catch (error) {
      if (!isCancelled(error)) throw error;
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { name })}
      description={t("description")}
      held={busy}
    >
      <section aria-label={t("fingerprint")} className="min-h-12">
        {phrase ? <FingerprintPhrase phrase={phrase} /> : <Skeleton height="44px" />}
      </section>
      <DialogFooter>
        <Button icon={<KeyRound aria-hidden="true" />} busy={busy} disabled={!phrase} onClick={confirm}>
          {t("action")}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {ui("cancel")}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
