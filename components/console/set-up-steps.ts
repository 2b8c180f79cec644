"use client";

import { deviceChoice } from "@/components/vault/device-choice";

/** Whether this device shows the steps of setting an organization up, or one line of them. */
export const { useChoice: useSetUpSteps } = deviceChoice(
  "trousseau-set-up-steps",
  ["shown", "hidden"] as const,
  "shown",
);
