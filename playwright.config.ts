import { defineConfig } from "@playwright/test";

/** Run by scripts/journeys.mjs, which starts the instance and says where it is. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  // A machine that does other work may hold one step up. What only passes at the second try is named in the end.
  retries: 1,
  forbidOnly: true,
  // A busy machine may hold everything up for many seconds. Who waits longer than this waits for nothing.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [
    ["list"],
    ["./e2e/page-reporter.ts"],
    ["json", { outputFile: process.env.JOURNEYS_REPORT ?? "test-results/report.json" }],
  ],
  use: {
    baseURL: process.env.BASE_URL ?? "http://127.0.0.1:3000",
    locale: "en-GB",
    // What passes through one is not seen by a journey that stands in for the server.
    serviceWorkers: "block",
    // Pictures of every step, and motion, would take a third of the processors' time.
    trace: { mode: "retain-on-failure", screenshots: false },
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
