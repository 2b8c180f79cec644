"use client";

import { type ReactNode, useState } from "react";
import type { Prove } from "@/components/account/two-step-actions";
import { useProof } from "@/components/account/use-proof";
import { ConfirmAction } from "@/components/forms/confirm-action";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  /** What is to be typed. */
  name: string;
  words: Record<"title" | "text" | "button" | "confirmTitle" | "confirmText" | "confirm" | "done", string>;
  disabled?: boolean;
  prove: Prove;
  act: () => Promise<ActionResult<unknown>>;
  onDone?: () => void;
  /** Between the text and the button. */
  children?: ReactNode;
};

/** Deletes something as a whole: its name is typed, and the master password proven. */
export function DeletionCard({ name, words, disabled = false, prove, act, onDone, children }: Props) {
  const { withProof, dialog } = useProof(prove);
  const [isAsking, setAsking] = useState(false);
  return (
    <Card danger title={words.title}>
      <div className="flex flex-col items-start gap-3">
        <p className="text-muted">{words.text}</p>
        {children}
        <Button variant="danger" size="s" disabled={disabled} onClick={() => setAsking(true)}>
          {words.button}
        </Button>
      </div>
      {isAsking ? (
        <ConfirmAction
          title={words.confirmTitle}
          confirm={words.confirm}
          typed={name}
          act={() => withProof(act)}
          done={words.done}
          {...(onDone && { onDone })}
          onClose={() => setAsking(false)}
        >
          {words.confirmText}
        </ConfirmAction>
      ) : null}
      {dialog}
    </Card>
  );
}
