"use client";

import { useRouter } from "next/navigation";
import { use, useCallback, useEffect } from "react";
import { ClosingContext, useHold } from "@/components/ui/closing";
import { isGoingBackAfterAll, useGoingBack } from "@/components/ui/going-back";
import { askToLeave } from "@/components/ui/leave-question";

/** Each form that holds something typed. */
const unsaved = new Set<symbol>();

function ask(event: BeforeUnloadEvent) {
  if (!isGoingBackAfterAll()) event.preventDefault();
}

/**
 * Keeps what was typed from being lost by a slip: the dialog or drawer around it asks before it closes, the
 * browser before the page is loaded again, and *Back*, a link or a key before they lead elsewhere.
 */
export function useUnsaved(isTyped: boolean): void {
  useHold(isTyped ? "typed" : null);
  // A dialog or drawer around it answers *Back* itself.
  const isAlone = use(ClosingContext) === null;
  useGoingBack(isTyped && isAlone, askToLeave);
  useEffect(() => {
    if (!isTyped) return;
    const key = Symbol();
    if (unsaved.size === 0) window.addEventListener("beforeunload", ask);
    unsaved.add(key);
    return () => {
      unsaved.delete(key);
      if (unsaved.size === 0) window.removeEventListener("beforeunload", ask);
    };
  }, [isTyped]);
}

/** The same for what is no form. Stands inside of the dialog or drawer. */
export function Unsaved({ when }: { when: boolean }) {
  useUnsaved(when);
  return null;
}

/** Keeps a dialog from being closed by a slip while it shows what is never shown again. Stands inside of it. */
export function ShownOnce() {
  useHold("shown once");
  return null;
}

/** Does what leaves the page, at once or, where something is typed, once somebody has said so. */
export function unlessUnsaved(leave: () => void): void {
  if (unsaved.size === 0) leave();
  else askToLeave(leave);
}

/** Whether a link may lead to an address of ours at once. Another view of the same page keeps what is typed. */
export const mayLeaveFor = (href: string): boolean =>
  unsaved.size === 0 || new URL(href, window.location.href).pathname === window.location.pathname;

/** Goes to an address of ours, and asks first where something typed would be lost. */
export function useLeaveFor(): (href: string) => void {
  const router = useRouter();
  return useCallback((href) => unlessUnsaved(() => router.push(href)), [router]);
}
