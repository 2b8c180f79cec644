"use client";

import { Check, Circle, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

export type Step = {
  key: string;
  /** `later`: it cannot be done yet. */
  state: "done" | "toDo" | "later";
  title: string;
  hint: string;
  /** What leads to it, as long as it is to be done. */
  act: ReactNode;
};

type Props = {
  title: string;
  /** Before the words of how far it is. */
  picture?: ReactNode;
  /** How far it is. */
  progress: string;
  text: string;
  steps: readonly Step[];
  isShown: boolean;
  onShow: (isShown: boolean) => void;
};

const icons = { done: Check, toDo: Circle, later: Clock };

/** Steps that are well to take, each ticked from facts. Put away, one line is left that brings them back. */
export function StepList({ title, picture, progress, text, steps, isShown, onShow }: Props) {
  const t = useTranslations("ui.steps");
  return (
    <Card
      title={title}
      action={
        <Button variant="link" size="s" aria-expanded={isShown} onClick={() => onShow(!isShown)}>
          {t(isShown ? "hide" : "show")}
        </Button>
      }
    >
      <div className="-mt-2 flex items-center gap-4">
        {isShown ? picture : null}
        <p className="min-w-0 text-muted">
          {progress}
          {isShown ? ` ${text}` : null}
        </p>
      </div>
      {isShown ? (
        <ul className="mt-1">
          {steps.map(({ key, state, title: name, hint, act }) => {
            const Icon = icons[state];
            return (
              <li
                key={key}
                className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b py-3 last:border-b-0"
              >
                <span className={state === "done" ? "text-ok" : "text-faint"}>
                  <Icon aria-hidden="true" />
                  <VisuallyHidden>{t(state)}</VisuallyHidden>
                </span>
                <span className="min-w-48 flex-1">
                  <span className="block font-medium">{name}</span>
                  <span className="block text-label text-muted">{hint}</span>
                </span>
                {state === "toDo" ? act : null}
              </li>
            );
          })}
        </ul>
      ) : null}
    </Card>
  );
}
