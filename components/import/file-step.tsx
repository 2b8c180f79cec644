"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useState } from "react";
import { FilePassword } from "@/components/import/file-password";
import type { FileProblem } from "@/components/import/use-import";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

type Props = {
  isReading: boolean;
  problem: FileProblem | null;
  onFile: (bytes: Uint8Array) => void;
  onPassword: (password: string) => Promise<void>;
};

/** The file, chosen, dropped or pasted, and the password of one that has its own. */
export function FileStep({ isReading, problem, onFile, onPassword }: Props) {
  const t = useTranslations("import");
  const [isOver, setOver] = useState(false);
  const [pasted, setPasted] = useState("");
  const take = async (file: File | undefined) => {
    if (file) onFile(new Uint8Array(await file.arrayBuffer()));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const asksPassword = problem?.trouble === "needs_password" || problem?.trouble === "wrong_password";
  return (
    <Card title={t("file")}>
      <div className="flex flex-col gap-4">
        <p className="max-w-180 text-muted">{t("fileText")}</p>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the field inside is what the keyboard uses */}
        <div
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <label
            className={cx(
              "flex cursor-pointer flex-col items-center gap-1.5 rounded-card border border-dashed bg-sunk px-4 py-7 text-center focus-within:outline-3 focus-within:outline-primary",
              isOver && "border-primary",
            )}
          >
            <FileUp aria-hidden="true" className="size-6 text-muted" />
            <span className="font-medium">{isReading ? t("reading") : t("choose")}</span>
            <span className="text-label text-muted">{t("formats")}</span>
            <input
              type="file"
              className="sr-only"
              disabled={isReading}
              onChange={(event) => {
                void take(event.target.files?.[0]);
                event.target.value = "";
              }}
            />
          </label>
        </div>
        {asksPassword ? (
          <FilePassword isWrong={problem.trouble === "wrong_password"} onPassword={onPassword} />
        ) : null}
        {problem && !asksPassword ? (
          <Callout tone="bad" role="alert" title={t("notTaken")}>
            {t(`troubles.${problem.trouble}`)}
            {problem.row === null ? null : ` ${t("inLine", { line: problem.row })}`}
          </Callout>
        ) : null}
        <details>
          <summary className="cursor-pointer font-medium text-label text-muted">{t("paste")}</summary>
          <div className="mt-2 flex flex-col items-start gap-2.5">
            <div className="w-full">
              <Field label={t("pasted")}>
                {(control) => (
                  <Textarea
                    {...control}
                    rows={6}
                    spellCheck={false}
                    value={pasted}
                    onChange={(event) => setPasted(event.target.value)}
                  />
                )}
              </Field>
            </div>
            <Button
              variant="quiet"
              busy={isReading}
              disabled={pasted.trim() === ""}
              onClick={() => onFile(new TextEncoder().encode(pasted))}
            >
              {t("readPasted")}
            </Button>
          </div>
        </details>
      </div>
    </Card>
  );
}
