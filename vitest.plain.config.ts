import base from "./vitest.config.ts";

const { projects: _, ...test } = { ...base.test };

/** Every test in one project and by itself, for runs that pick their tests. */
export default {
  ...base,
  test: {
    ...test,
    include: ["{app,components,db,lib,scripts,test}/**/*.test.{ts,tsx}", "architecture.test.ts"],
    exclude: ["**/*.race.test.ts", "node_modules/**", "e2e/**"],
  },
};
