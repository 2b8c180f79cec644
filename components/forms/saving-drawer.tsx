"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { DialogCancel } from "@/components/ui/dialog";
import { Drawer } from "@/components/ui/drawer";
import { FailureState } from "@/components/ui/failure-state";
import { Skeleton } from "@/components/ui/skeleton";
import { Unsaved } from "@/components/ui/unsaved";

/** What was asked for when the drawer opened. */
type Reading<Read> = Read | "loading" | "failed";

/** Two things that are asked for side by side, once both are there. */
export function bothOf<One, Other>(
  one: Reading<One>,
  other: Reading<Other>,
): Reading<{ one: One; other: Other }> {
  if (one === "failed" || other === "failed") return "failed";
  return one === "loading" || other === "loading" ? "loading" : { one, other };
}

type Props<Read> = {
  title: string;
  read: Reading<Read>;
  texts: { save: string; failed: string; failedText: string };
  isChanged: boolean;
  busy: boolean;
  /** Why the last attempt did not save. */
  problem?: string | null;
  onSave: () => void;
  onClose: () => void;
  children: (read: Read) => ReactNode;
};

/** A drawer in which something is changed and then saved. As long as it has not been read whole, nothing can be. */
export function SavingDrawer<Read extends object>(props: Props<Read>) {
  const { title, read, texts, isChanged, busy, problem = null, onSave, onClose, children } = props;
  const ready = typeof read === "string" ? null : read;
  return (
    <Drawer
      open
      onOpenChange={(open) => open || onClose()}
      title={title}
      held={busy}
      footer={
        ready ? (
          <>
            {problem ? (
              <p role="alert" className="w-full text-bad">
                {problem}
              </p>
            ) : null}
            <Button busy={busy} onClick={onSave}>
              {texts.save}
            </Button>
            <DialogCancel />
          </>
        ) : null
      }
    >
      <Unsaved when={isChanged} />
      {read === "failed" ? <FailureState title={texts.failed}>{texts.failedText}</FailureState> : null}
      {read === "loading" ? <Skeleton height="120px" /> : null}
      {ready ? children(ready) : null}
    </Drawer>
  );
}
