"use client";

import { deviceChoice } from "@/components/vault/device-choice";

/** What a reload does to an open vault: it stays open, or asks for the master password again. */
export const onReloadChoices = ["stay", "ask"] as const;

export const { read: readOnReload, useChoice: useOnReload } = deviceChoice(
  "trousseau-on-reload",
  onReloadChoices,
  "stay",
);

/** Whether this page is one that was loaded again, rather than opened. */
export const isReload = (): boolean =>
  performance
    .getEntriesByType("navigation")
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === "reload");
