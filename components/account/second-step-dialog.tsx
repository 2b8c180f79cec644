"use client";

import { KeyRound, Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { z } from "zod";
import { codeHint } from "@/components/account/code-hint";
import type { ShownStep, TwoStepActions } from "@/components/account/two-step-actions";
import { atField } from "@/components/forms/at-field";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useAct } from "@/components/forms/use-act";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { signWithPasskey } from "@/components/vault/passkey-device";
import { type SecondStepMethod, TwoStepCode } from "@/lib/domain/account/two-step";
import type { ActionResult } from "@/lib/http/result";

const Typed = z.object({ code: TwoStepCode });

type Props<Result> = {
  title: string;
  /** What will be so afterwards. */
  children: ReactNode;
  confirm: string;
  methods: readonly SecondStepMethod[];
  actions: Pick<TwoStepActions, "askPasskey" | "mailOwnCode">;
  act: (shown: ShownStep) => Promise<ActionResult<Result>>;
  onDone: (result: Result) => void;
  onClose: () => void;
};

/** Asks for a second step before the second step itself is changed: a passkey, or a code. */
export function SecondStepDialog<Result>(props: Props<Result>) {
  const { title, children, confirm, methods, actions, onDone, onClose } = props;
  const t = useTranslations("auth.code");
  const toast = useToast();
  const { act, busy } = useAct();
  const form = useActionForm({
    schema: Typed,
    defaultValues: { code: "" },
    action: async (typed: { code: string }) => atField(await props.act(typed), { wrong_code: "code" }),
    onDone,
  });

  async function withPasskey() {
    const asked = await actions.askPasskey({ purpose: "prove" });
    if (!asked.ok) return asked;
    const signed = await signWithPasskey(asked.result);
    return signed.ok ? props.act({ passkey: signed.result }) : signed;
  }

  const mail = () =>
    act(
      () => actions.mailOwnCode({}),
      ({ email }) => toast.success(t("mailed"), t("mailedText", { email })),
    );

  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={title} held={busy}>
      <Form form={form}>
        <p className="text-muted">{children}</p>
        {methods.includes("passkey") ? (
          <div>
            <Button
              variant="quiet"
              busy={busy}
              icon={<KeyRound aria-hidden="true" />}
              onClick={() => void act(withPasskey, onDone)}
            >
              {t("usePasskey")}
            </Button>
          </div>
        ) : null}
        <FormField form={form} name="code" label={t("label")} hint={t(codeHint(methods))}>
          {(control) => <Input {...control} autoComplete="one-time-code" spellCheck={false} />}
        </FormField>
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
        <DialogFooter>
          <SubmitButton form={form}>{confirm}</SubmitButton>
          <DialogCancel />
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
