"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AuthenticatorDialog } from "@/components/account/authenticator-dialog";
import type { MethodProps } from "@/components/account/method-props";
import { MethodSection } from "@/components/account/method-section";
import { useAct } from "@/components/forms/use-act";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";

/** The authenticator app: since when it is asked for, or how it is set up. */
export function AuthenticatorMethod({ state, actions, withProof, withStep, onAdded, onRemove }: MethodProps) {
  const t = useTranslations("account.twoStep");
  const { act, busy } = useAct();
  const [begun, setBegun] = useState<{ secret: string; address: string } | null>(null);
  const since = state.authenticatorSince;
  const setUp = () => act(() => withProof(() => actions.start({})), setBegun);
  return (
    <MethodSection
      title={t("app")}
      text={since ? t.rich("appSince", { since: () => <DateTime value={since} show="date" /> }) : t("appOff")}
    >
      {since ? (
        <Button
          variant="quiet"
          size="s"
          aria-label={t("removeAppTitle")}
          onClick={() =>
            onRemove({ what: "authenticator", title: t("removeAppTitle"), text: t("removeAppText") })
          }
        >
          {t("remove")}
        </Button>
      ) : (
        <Button variant="quiet" size="s" busy={busy} onClick={() => void setUp()}>
          {t("setUp")}
        </Button>
      )}
      {begun ? (
        <AuthenticatorDialog
          {...begun}
          confirm={(typed) =>
            withStep((secondStep) => withProof(() => actions.confirm({ ...typed, secondStep })))
          }
          onDone={(codes) => {
            setBegun(null);
            onAdded(codes);
          }}
          onClose={() => setBegun(null)}
        />
      ) : null}
    </MethodSection>
  );
}
