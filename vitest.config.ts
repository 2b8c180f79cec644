import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import plain from "./vitest.plain.config.ts";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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

const { include, exclude, ...both } = plain.test;

export default defineConfig({
  ...plain,
  test: {
    ...both,
    // Left to itself, vitest keeps one of two processors free.
    maxWorkers: Math.min(4, availableParallelism()),
    projects: [
      { extends: true, test: { name: "shared", include: shared, exclude, isolate: false } },
      { extends: true, test: { name: "alone", include, exclude: [...exclude, ...shared] } },
    ],
  },
});
