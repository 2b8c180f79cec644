import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const exclude = ["**/*.race.test.ts", "node_modules/**", "e2e/**"];

/**
 * Tests of these folders share the modules and the database in memory of their worker: opening one for each file takes
 * longer than most files do. A test that exchanges a module or changes the environment has a worker of its own.
 */
const shared = ["lib/domain", "lib/operations"]
  .flatMap((folder) =>
    readdirSync(at(folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => !/vi\.mock\(|process\.env/.test(readFileSync(at(file), "utf8")));

export default defineConfig({
  resolve: {
    alias: {
      "@": at("."),
      "server-only": at("./node_modules/server-only/empty.js"),
      "client-only": at("./node_modules/server-only/empty.js"),
    },
  },
  test: {
    // Each operation says in the log what became of it. Tests look at that where they mean it.
    env: { LOG_LEVEL: "silent" },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "shared", include: shared, exclude, isolate: false } },
      {
        extends: true,
        test: {
          name: "alone",
          include: ["{app,components,db,lib,scripts,test}/**/*.test.{ts,tsx}", "architecture.test.ts"],
          exclude: [...exclude, ...shared],
        },
      },
    ],
  },
});
