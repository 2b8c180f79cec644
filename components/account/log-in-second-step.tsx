"use client";

import { KeyRound, Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type AskedStep, askedStepIn } from "@/components/account/asked-step";
import { CodeFields, RememberBrowser } from "@/components/account/code-fields";
import type { TypedLogIn, useLogIn } from "@/components/account/use-log-in";
import { useAct } from "@/components/forms/use-act";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { signWithPasskey } from "@/components/vault/passkey-device";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  form: ActionForm<TypedLogIn>;
  asked: AskedStep;
  logIn: ReturnType<typeof useLogIn>;
  /** A code can be typed: where a passkey is the only method, once somebody wants to. */
  takesCode: boolean;
  onTakeCode: () => void;
};

/** The second step of a log-in, in every way that the account has: it appears once the password has been proven. */
export function LogInSecondStep({ form, asked, logIn, takesCode, onTakeCode }: Props) {
  const t = useTranslations("auth.code");
  const toast = useToast();
  const { act, busy } = useAct();
  const [toSign, setToSign] = useState(asked.toSign);
  const { methods } = asked;

  /** What there is to sign is good for one signature, and then asked for anew. */
  async function sign(): Promise<ActionResult<object>> {
    const options = toSign ?? (await askAnew());
    if (!options) return { ok: false, failure: { code: "wrong_passkey" } };
    const signed = await signWithPasskey(options);
    setToSign(null);
    return signed;
  }

  async function askAnew() {
    const answer = await logIn({ ...form.fields.getValues(), code: "", passkey: "" });
    return answer.ok ? null : askedStepIn(answer.failure).toSign;
  }

  function goOn(signature: object) {
    form.fields.setValue("passkey", JSON.stringify(signature));
    void form.submit();
  }

  const mail = () =>
    act(
      async () => {
        const answer = await logIn(form.fields.getValues(), "mail");
        const isSent = !answer.ok && answer.failure.code === "code_needed";
        return isSent ? { ok: true, result: null } : answer;
      },
      () => toast.success(t("mailed"), t("mailedText", { email: form.fields.getValues("email") })),
    );

  return (
    <>
      {methods.includes("passkey") ? (
        <Button
          variant={takesCode ? "quiet" : "primary"}
          size="l"
          wide
          busy={busy}
          autoFocus={!takesCode}
          icon={<KeyRound aria-hidden="true" />}
          onClick={() => void act(sign, goOn)}
        >
          {t("usePasskey")}
        </Button>
      ) : null}
      {takesCode ? (
        <CodeFields form={form} methods={methods} />
      ) : (
        <>
          <RememberBrowser form={form} />
          <div>
            <Button variant="quiet" size="s" onClick={onTakeCode}>
              {t("useRecoveryCode")}
            </Button>
          </div>
        </>
      )}
      {methods.includes("mail") ? (
        <div>
          <Button
            variant="quiet"
            size="s"
            busy={busy}
            icon={<Mail aria-hidden="true" />}
            onClick={() => void mail()}
          >
            {t("mail")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
