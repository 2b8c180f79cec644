"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMessages } from "@/components/forms/use-messages";
import { ChoiceFields } from "@/components/import/choice-fields";
import { ImportDone } from "@/components/import/import-done";
import { PreviewStep } from "@/components/import/preview-step";
import { SendingFiles } from "@/components/import/sending-files";
import { type ChoiceGiven, useChoice } from "@/components/import/use-choice";
import { useRun } from "@/components/import/use-run";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { hasPassword } from "@/lib/import/has-password";

type Props = ChoiceGiven & { onAnother: () => void };

/** The items of a file: what is chosen for them, and the way to where they go. */
export function ImportStep({ onAnother, ...given }: Props) {
  const { preview, begun, over, place, reader, actions } = given;
  const t = useTranslations("import");
  const router = useRouter();
  const { failure: say } = useMessages();
  const { organizationId, restricted } = place;
  const choice = useChoice(given);
  const { there, count } = choice;
  const { state, run, bringFiles, stopFiles } = useRun(place.rememberedAs, organizationId, over, actions);

  const begin = async () => {
    await run({ reader: reader(), choice: choice.chosen(), canLook: there.canLook, restricted });
    router.refresh();
  };

  if (state.at === "running")
    return (
      <Card>
        <ProgressBar done={state.done} total={Math.max(1, state.total)} doing={t("sealing")} />
        <p className="mt-2.5 text-muted">{t("sealingText")}</p>
      </Card>
    );
  if (state.at === "sendingFiles") return <SendingFiles {...state} onStop={stopFiles} />;
  if (state.at === "done")
    return (
      <ImportDone
        done={state}
        onFilesAgain={() => void bringFiles()}
        organizationId={organizationId}
        hadPassword={hasPassword(preview.format)}
        onAnother={onAnother}
      />
    );
  return (
    <>
      {state.at === "failed" ? (
        <Callout tone="bad" role="alert" title={t("stopped")}>
          {say(state.failure)} {t("stoppedText")}
        </Callout>
      ) : null}
      {begun && state.at === "nothing" ? (
        <Callout tone="info" title={t("begun")}>
          {t("begunText")}
        </Callout>
      ) : null}
      <PreviewStep preview={preview} there={there.rows} isOwn={organizationId === null}>
        <ChoiceFields preview={preview} place={place} choice={choice} />
        <div className="flex flex-wrap gap-2.5">
          <Button
            disabled={!choice.isPlaced || (count === 0 && !begun)}
            busy={there.isLooking}
            onClick={() => void begin()}
          >
            {t(state.at === "failed" ? "goOn" : "import", { count })}
          </Button>
          <Button variant="quiet" onClick={onAnother}>
            {t("anotherFile")}
          </Button>
        </div>
      </PreviewStep>
    </>
  );
}
