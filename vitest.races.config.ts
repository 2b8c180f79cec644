import { mergeConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** Races run one file after the other: each wants the machine to itself. */
const config = mergeConfig(base, { test: { fileParallelism: false, testTimeout: 120_000 } });
const { projects: _, ...test } = config.test;
config.test = { ...test, include: ["{db,lib}/**/*.race.test.ts"], exclude: ["node_modules/**"] };

export default config;
