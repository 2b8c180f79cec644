"use client";

import { deviceChoice } from "@/components/vault/device-choice";

/** Whether this device shows the first steps of a provider, or one line of them. */
export const { useChoice: useFirstSteps } = deviceChoice(
  "trousseau-first-steps",
  ["shown", "hidden"] as const,
  "shown",
);
