"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Prove } from "@/components/account/two-step-actions";
import { useProof } from "@/components/account/use-proof";
import { ConfirmAction } from "@/components/forms/confirm-action";
import { useAct } from "@/components/forms/use-act";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionRow } from "@/components/ui/description-row";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import type { Act } from "@/lib/http/result";

type AskSecret = Act<{ organizationId: string }, { secret: string }>;

type Props = {
  organizationId: string;
  /** When the present key was made; null where there is none yet. */
  madeAt: Date | null;
  actions: { prove: Prove; show: AskSecret; rotate: AskSecret };
};

/** The key of the organization's own programs. It is shown to somebody who proves their master password. */
export function ApiKeyCard({ organizationId, madeAt, actions }: Props) {
  const t = useTranslations("console.settingsPage.apiKey");
  const { withProof, dialog } = useProof(actions.prove);
  const { act, busy } = useAct();
  const [secret, setSecret] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);

  const ask = async (question: AskSecret) => {
    const answer = await withProof(() => question({ organizationId }));
    if (answer.ok) setSecret(answer.result.secret);
    return answer;
  };

  return (
    <Card title={t("title")}>
      <div className="flex flex-col gap-3">
        <p className="text-muted">{t("text")}</p>
        <p className="text-muted">
          {madeAt ? t.rich("since", { when: () => <DateTime value={madeAt} show="date" /> }) : t("none")}
        </p>
        <div className="flex flex-wrap gap-2.5">
          <Button variant="quiet" size="s" busy={busy} onClick={() => void act(() => ask(actions.show))}>
            {t(madeAt ? "show" : "make")}
          </Button>
          {madeAt ? (
            <Button variant="quiet" size="s" onClick={() => setAsking(true)}>
              {t("rotate")}
            </Button>
          ) : null}
        </div>
      </div>
      {isAsking ? (
        <ConfirmAction
          title={t("rotateTitle")}
          confirm={t("rotate")}
          act={() => ask(actions.rotate)}
          done={t("made")}
          onClose={() => setAsking(false)}
        >
          {t("rotateText")}
        </ConfirmAction>
      ) : null}
      {secret ? (
        <ShownKey id={`organization.${organizationId}`} secret={secret} onClose={() => setSecret(null)} />
      ) : null}
      {dialog}
    </Card>
  );
}

function ShownKey({ id, secret, onClose }: { id: string; secret: string; onClose: () => void }) {
  const t = useTranslations("console.settingsPage.apiKey");
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("shownTitle")}>
      <div className="flex flex-col gap-4">
        <p className="text-muted">{t("shownText")}</p>
        <dl className="flex flex-col gap-3.5">
          <DescriptionRow label={t("clientId")} actions={<CopyButton label={t("copyId")} value={id} />}>
            <span className="wrap-anywhere font-mono">{id}</span>
          </DescriptionRow>
          <DescriptionRow label={t("secret")} actions={<CopyButton label={t("copySecret")} value={secret} />}>
            <span className="wrap-anywhere font-mono">{secret}</span>
          </DescriptionRow>
        </dl>
        <DialogFooter>
          <Button onClick={onClose}>{t("close")}</Button>
        </DialogFooter>
      </div>
    </Dialog>
  );
}
