"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { z } from "zod";
import { newPassword } from "@/components/account/new-password";
import { useStrength, useStrengthMeter } from "@/components/account/use-strength";
import { ExportOutcome } from "@/components/exporting/export-outcome";
import { useExportFile } from "@/components/exporting/use-export-file";
import { Form } from "@/components/forms/form";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Card } from "@/components/ui/card";
import { PasswordInput } from "@/components/ui/password-input";
import { ProgressBar } from "@/components/ui/progress-bar";
import { RadioGroup } from "@/components/ui/radio-group";
import { StrengthMeter } from "@/components/ui/strength-meter";
import { masterPasswordLength } from "@/lib/vault/master-password";

const formats = ["protected", "json", "csv"] as const;
type Format = (typeof formats)[number];
const isFormat = (value: string): value is Format => formats.some((format) => format === value);

const noPassword = z.object({ password: z.string(), again: z.string() });

/** Asks for a format, and for a password where the file has one, and makes the file. */
export function ExportForm(props: Parameters<typeof useExportFile>[0]) {
  const t = useTranslations("exporting");
  const [format, setFormat] = useState<Format>("protected");
  const { run, runSealed, progress, outcome, dialog } = useExportFile(props);
  const estimate = useStrengthMeter();
  const judge = (password: string) => estimate(password, []);
  const isProtected = format === "protected";
  const form = useActionForm({
    schema: isProtected ? newPassword(judge, null) : noPassword,
    defaultValues: { password: "", again: "" },
    action: ({ password }: z.output<typeof noPassword>) => run(format, password),
  });
  const { reset } = form.fields;
  useEffect(() => {
    if (outcome) reset();
  }, [outcome, reset]);
  const strength = useStrength(form.fields.watch("password"), judge);

  return (
    <>
      {outcome ? <ExportOutcome outcome={outcome} saveSealed={runSealed} /> : null}
      <Card>
        <Form form={form}>
          <RadioGroup
            legend={t("format")}
            name="format"
            value={format}
            onChange={({ target }) => isFormat(target.value) && setFormat(target.value)}
            options={formats.map((value) => ({
              value,
              label: t(`formats.${value}`),
              hint: t(`formats.${value}Hint`),
            }))}
          />
          {isProtected ? (
            <>
              <div className="flex flex-col gap-2">
                <FormField
                  form={form}
                  name="password"
                  label={t("password")}
                  hint={t("passwordHint", { length: masterPasswordLength })}
                >
                  {(control) => <PasswordInput {...control} invited={false} />}
                </FormField>
                {strength ? <StrengthMeter score={strength.score} /> : null}
              </div>
              <FormField form={form} name="again" label={t("again")}>
                {(control) => <PasswordInput {...control} invited={false} />}
              </FormField>
            </>
          ) : null}
          {progress ? (
            <ProgressBar done={progress.done} total={progress.total} doing={t(progress.doing)} />
          ) : null}
          <div>
            <SubmitButton form={form}>{t("submit")}</SubmitButton>
          </div>
        </Form>
      </Card>
      {dialog}
    </>
  );
}
