import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config";

/** Run by scripts/lib/canary.mjs, on an instance of its own behind what records requests. */
export default defineConfig({
  ...journeys,
  testDir: "e2e/canary",
  retries: 0,
  testMatch: /\.canary\.ts/,
  timeout: 900_000,
});
