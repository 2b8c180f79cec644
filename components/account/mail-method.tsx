"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { MailedCodeForm } from "@/components/account/mailed-code-form";
import type { MethodProps } from "@/components/account/method-props";
import { MethodSection } from "@/components/account/method-section";
import { atField } from "@/components/forms/at-field";
import { useAct } from "@/components/forms/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** Codes by e-mail, which are not for people of a provider. */
export function MailMethod({
  state,
  email,
  actions,
  withProof,
  withStep,
  onAdded,
  onRemove,
}: MethodProps & { email: string }) {
  const t = useTranslations("account.twoStep");
  const { act, busy } = useAct();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { codesByMail, isStaff } = state;
  const setUp = () =>
    act(
      () => withProof(() => actions.startMailedCodes({})),
      ({ email: address }) => setSentTo(address),
    );
  const off = isStaff ? t("mailStaff") : t("mailOff");
  return (
    <MethodSection title={t("mail")} text={codesByMail ? t("mailOn", { email }) : off}>
      {codesByMail ? (
        <Button
          variant="quiet"
          size="s"
          aria-label={t("removeMailTitle")}
          onClick={() => onRemove({ what: "mail", title: t("removeMailTitle"), text: t("removeMailText") })}
        >
          {t("remove")}
        </Button>
      ) : null}
      {codesByMail || isStaff ? null : (
        <Button variant="quiet" size="s" busy={busy} onClick={() => void setUp()}>
          {t("mailSetUp")}
        </Button>
      )}
      {sentTo === null ? null : (
        <Dialog open onOpenChange={(open) => open || setSentTo(null)} title={t("mailTitle")}>
          <MailedCodeForm
            text={t("mailText", { email: sentTo })}
            submit={t("confirm")}
            act={async (typed) =>
              atField(
                await withStep((secondStep) =>
                  withProof(() => actions.confirmMailedCodes({ ...typed, secondStep })),
                ),
                { wrong_mailed_code: "code" },
              )
            }
            onDone={(codes) => {
              setSentTo(null);
              onAdded(codes);
            }}
          />
        </Dialog>
      )}
    </MethodSection>
  );
}
