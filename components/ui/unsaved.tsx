"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useHold } from "@/components/ui/closing";

/** Each form that holds something typed, with the question that leaving the page asks. */
const unsaved = new Map<symbol, string>();

function ask(event: BeforeUnloadEvent) {
  event.preventDefault();
}

/**
 * Keeps what was typed from being lost by a slip: the dialog or drawer around it asks before it closes, the
 * browser before the page is left or loaded again, and a link before it leads elsewhere.
 */
export function useUnsaved(isTyped: boolean): void {
  const question = useTranslations("ui.unsaved")("question");
  useHold(isTyped ? "typed" : null);
  useEffect(() => {
    if (!isTyped) return;
    const key = Symbol();
    if (unsaved.size === 0) window.addEventListener("beforeunload", ask);
    unsaved.set(key, question);
    return () => {
      unsaved.delete(key);
      if (unsaved.size === 0) window.removeEventListener("beforeunload", ask);
    };
  }, [isTyped, question]);
}

/** The same for what is no form. Stands inside of the dialog or drawer. */
export function Unsaved({ when }: { when: boolean }) {
  useUnsaved(when);
  return null;
}

/** Whether one may go to an address of ours. Another view of the same page keeps what is typed. */
export function mayLeaveFor(href: string): boolean {
  const [question] = unsaved.values();
  if (!question || new URL(href, window.location.href).pathname === window.location.pathname) return true;
  return window.confirm(question);
}
