"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { Names } from "@/components/collections/open-collection-names";
import { useMessages } from "@/components/forms/use-messages";
import { DestinationFields, RepeatedField } from "@/components/import/destination-fields";
import type { Place } from "@/components/import/import-page";
import {
  destinationsOf,
  firstPlaces,
  isPlaced,
  ownFoldersOf,
  type Placed,
} from "@/components/import/placing";
import { PreviewStep } from "@/components/import/preview-step";
import { type ImportActions, useRun } from "@/components/import/use-run";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Preview } from "@/lib/import/preview";
import type { ImportReader } from "@/lib/import/reader";

type Props = {
  preview: Extract<Preview, { kind: "items" }>;
  place: Place;
  names: Names;
  reader: () => ImportReader;
  actions: ImportActions;
  onAnother: () => void;
};

/** Where the items of a file go, and the way there. */
export function ImportStep({ preview, place, names, reader, actions, onAnother }: Props) {
  const t = useTranslations("import");
  const router = useRouter();
  const { failure: say } = useMessages();
  const { organizationId, mayMakeCollections, restricted } = place;
  const collections = useMemo(
    () => [...names].flatMap(([id, name]) => (name === null ? [] : [{ id, name }])),
    [names],
  );
  const [placed, setPlaced] = useState<Placed>(() =>
    firstPlaces(preview.folders, collections, mayMakeCollections),
  );
  const [leavesRepeated, setLeavesRepeated] = useState(true);
  const over = place.recent.flatMap(({ id, undoneAt }) => (undoneAt ? [id] : []));
  const { state, run } = useRun(place.rememberedAs, organizationId, over, actions);
  const barred = restricted.filter((type) => preview.types[type]);
  const isReady = organizationId === null || isPlaced(preview.folders, placed);

  const begin = async () => {
    await run({
      reader: reader(),
      places: organizationId
        ? destinationsOf(placed, t("imported"))
        : ownFoldersOf(preview.folders, collections),
      leavesRepeated,
      restricted,
    });
    router.refresh();
  };

  if (state.at === "running")
    return (
      <Card>
        <ProgressBar done={state.done} total={Math.max(1, state.total)} doing={t("sealing")} />
        <p className="mt-2.5 text-muted">{t("sealingText")}</p>
      </Card>
    );
  if (state.at === "done")
    return (
      <Callout
        tone="ok"
        title={t("done", { count: state.count })}
        action={
          <div className="flex flex-wrap gap-2.5">
            <LinkButton
              variant="quiet"
              size="s"
              href={organizationId ? `/organizations/${organizationId}/collections` : "/vault"}
            >
              {t("look")}
            </LinkButton>
            <Button variant="quiet" size="s" onClick={onAnother}>
              {t("anotherFile")}
            </Button>
          </div>
        }
      >
        {state.types.map(({ type, count }) => t(`types.${type}`, { count })).join(" · ")}
        <span className="block">{t("doneText")}</span>
      </Callout>
    );
  return (
    <>
      {state.at === "failed" ? (
        <Callout tone="bad" role="alert" title={t("stopped")}>
          {say(state.failure)} {t("stoppedText")}
        </Callout>
      ) : null}
      <PreviewStep preview={preview} isOwn={organizationId === null}>
        {barred.length > 0 ? (
          <p className="text-warn">
            {t("restricted", {
              types: barred.map((type) => t(`types.${type}`, { count: preview.types[type] ?? 0 })).join(", "),
            })}
          </p>
        ) : null}
        {organizationId ? (
          <DestinationFields
            folders={preview.folders}
            collections={collections}
            mayMakeCollections={mayMakeCollections}
            placed={placed}
            onPlace={(path, to) => setPlaced(new Map(placed).set(path, to))}
          />
        ) : preview.folders.some(({ path }) => path !== "") ? (
          <p className="text-muted">{t("ownFolders")}</p>
        ) : null}
        <RepeatedField count={preview.repeated} leaves={leavesRepeated} onLeave={setLeavesRepeated} />
        <div className="flex flex-wrap gap-2.5">
          <Button disabled={!isReady} onClick={() => void begin()}>
            {t(state.at === "failed" ? "goOn" : "import", {
              count: preview.total - (leavesRepeated ? preview.repeated : 0),
            })}
          </Button>
          <Button variant="quiet" onClick={onAnother}>
            {t("anotherFile")}
          </Button>
        </div>
      </PreviewStep>
    </>
  );
}
