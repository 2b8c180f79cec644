"use client";

let wentBack = false;

if (typeof window !== "undefined") {
  window.addEventListener("popstate", () => {
    wentBack = true;
  });
  // A press of Enter on a link is a click as well.
  window.addEventListener(
    "click",
    () => {
      wentBack = false;
    },
    { capture: true },
  );
}

/** Whether the page is shown because somebody went back or forward, and not because they followed a link to it. */
export const isShownByGoingBack = (): boolean => wentBack;
