import plain from "./vitest.plain.config.ts";

/** Races run one file after the other: each wants the machine to itself. */
export default {
  ...plain,
  test: {
    ...plain.test,
    include: ["{db,lib}/**/*.race.test.ts"],
    exclude: ["node_modules/**"],
    fileParallelism: false,
    testTimeout: 120_000,
  },
};
