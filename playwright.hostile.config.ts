import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config";

/** Run by scripts/hostile.mjs, on an instance that scripts/hostile/fill.ts has filled. */
export default defineConfig({
  ...journeys,
  testDir: "e2e/hostile",
  // What is refused only at the second try is not refused.
  retries: 0,
  // Each attack derives a key and opens a vault anew: on a busy machine that takes its time.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  projects: [
    { name: "honest", testMatch: /\.setup\.ts/ },
    { name: "hostile", testMatch: /\.hostile\.ts/, dependencies: ["honest"], fullyParallel: true },
  ],
});
