import { fileURLToPath } from "node:url";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Every test in one project and by itself, for runs that pick their tests. */
export default {
  resolve: {
    alias: {
      "@": at("."),
      "server-only": at("./node_modules/server-only/empty.js"),
      "client-only": at("./node_modules/server-only/empty.js"),
    },
  },
  test: {
    globalSetup: at("./scripts/lib/wasm.mjs"),
    include: ["{app,components,db,lib,scripts,test}/**/*.test.{ts,tsx}", "architecture.test.ts"],
    exclude: ["**/*.race.test.ts", "node_modules/**", "e2e/**"],
    // Each operation says in the log what became of it. Tests look at that where they mean it.
    env: { LOG_LEVEL: "silent" },
    // The first test of a file opens a database, which a busy machine is long about.
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
};
