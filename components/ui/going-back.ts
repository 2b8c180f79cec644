"use client";

import { useEffect, useRef } from "react";

/** What the browser's *Back* is asked to wait for, the latest on top. `goOn` goes back after all. */
type Answer = (goOn: () => void) => void;
const waiting: Answer[] = [];
let isLetPast = false;

/** A browser that does not know the Navigation API goes back unasked. */
const navigation = () => (typeof window === "undefined" ? undefined : window.navigation);

function hear(event: NavigateEvent) {
  const top = waiting.at(-1);
  // The browser lets nobody be held: a second *Back* without anything in between cannot be cancelled.
  if (event.navigationType !== "traverse" || !event.cancelable || !top || isLetPast) return;
  const { key } = event.destination;
  event.preventDefault();
  top(() => {
    isLetPast = true;
    void Promise.resolve(window.navigation.traverseTo(key).finished)
      .catch(() => undefined)
      .finally(() => {
        isLetPast = false;
      });
  });
}

/**
 * The browser asks only before it goes to an entry of this very document. Where *Back* would leave that, the page gets a
 * second entry of its own, once, which leads to where one is.
 */
function stayInDocument() {
  const before = window.navigation.entries()[(window.navigation.currentEntry?.index ?? 0) - 1];
  if (!before?.sameDocument) window.history.pushState(window.history.state, "", window.location.href);
}

/** Whether somebody has said that they go back after all. */
export const isGoingBackAfterAll = (): boolean => isLetPast;

/** While `isWaiting`, *Back* of the browser or of the phone is answered here, and leads nowhere by itself. */
export function useGoingBack(isWaiting: boolean, answer: Answer): void {
  const latest = useRef(answer);
  latest.current = answer;
  useEffect(() => {
    if (!isWaiting) return;
    const mine: Answer = (goOn) => latest.current(goOn);
    if (waiting.push(mine) === 1) navigation()?.addEventListener("navigate", hear);
    if (navigation()) stayInDocument();
    return () => {
      waiting.splice(waiting.indexOf(mine), 1);
      if (waiting.length === 0) navigation()?.removeEventListener("navigate", hear);
    };
  }, [isWaiting]);
}
