"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { Names } from "@/components/collections/open-collection-names";
import { useMessages } from "@/components/forms/use-messages";
import { DestinationFields, LeftOutField } from "@/components/import/destination-fields";
import type { ImportActions } from "@/components/import/import-actions";
import { ImportDone } from "@/components/import/import-done";
import type { Place } from "@/components/import/import-page";
import {
  destinationsOf,
  firstPlaces,
  isPlaced,
  ownPlaces,
  type Placed,
  placesAgain,
} from "@/components/import/placing";
import { PreviewStep } from "@/components/import/preview-step";
import type { Begun } from "@/components/import/remembered";
import { SendingFiles } from "@/components/import/sending-files";
import { useRun } from "@/components/import/use-run";
import { useThoseThere } from "@/components/import/use-those-there";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { hasPassword } from "@/lib/import/has-password";
import type { Preview } from "@/lib/import/preview";
import type { ImportReader } from "@/lib/import/reader";

type Props = {
  preview: Extract<Preview, { kind: "items" }>;
  /** The unfinished import of this file. */
  begun: Begun | null;
  /** Imports that were undone. */
  over: readonly string[];
  place: Place;
  names: Names;
  reader: () => ImportReader;
  actions: ImportActions;
  onAnother: () => void;
};

/** Where the items of a file go, and the way there. */
export function ImportStep({ preview, begun, over, place, names, reader, actions, onAnother }: Props) {
  const t = useTranslations("import");
  const router = useRouter();
  const { failure: say } = useMessages();
  const { organizationId, mayMakeCollections, restricted } = place;
  const collections = useMemo(
    () => [...names].flatMap(([id, name]) => (name === null ? [] : [{ id, name }])),
    [names],
  );
  const unfoldered = t("imported");
  const [placed, setPlaced] = useState<Placed>(() => {
    const first = organizationId
      ? firstPlaces(preview.folders, collections, mayMakeCollections)
      : ownPlaces(preview.folders, collections);
    return begun ? placesAgain(first, begun, collections, unfoldered) : first;
  });
  const [leavesRepeated, setLeavesRepeated] = useState(begun?.leavesRepeated ?? true);
  const [leavesThere, setLeavesThere] = useState(
    // In an organization it may be in another collection than where the file's would come.
    begun?.leavesThere ?? organizationId === null,
  );
  const there = useThoseThere(reader, { ...actions.ask, getKey: actions.getKey }, organizationId, over);
  const count =
    preview.total -
    (leavesRepeated ? preview.repeated : 0) -
    (leavesThere ? there.all - (leavesRepeated ? there.repeated : 0) : 0);
  const { state, run, bringFiles, stopFiles } = useRun(place.rememberedAs, organizationId, over, actions);
  const barred = restricted.filter((type) => preview.types[type]);
  const isReady = organizationId === null || isPlaced(preview.folders, placed);

  const begin = async () => {
    await run({
      reader: reader(),
      choice: { places: destinationsOf(placed, unfoldered), leavesRepeated, leavesThere },
      canLook: there.canLook,
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
        <LeftOutField
          what="leaveRepeated"
          count={preview.repeated}
          leaves={leavesRepeated}
          onLeave={setLeavesRepeated}
        />
        <LeftOutField
          what={organizationId ? "leaveThereAnywhere" : "leaveThere"}
          count={there.all}
          leaves={leavesThere}
          onLeave={setLeavesThere}
        />
        <div className="flex flex-wrap gap-2.5">
          <Button
            disabled={!isReady || (count === 0 && !begun)}
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
