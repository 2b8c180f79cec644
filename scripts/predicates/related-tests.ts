import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import type { Predicate } from "./find";

const folders = ["app", "components", "db", "lib", "test"];
const anImport = /^(?:import|export)\s[^;]*?from\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm;

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".race.test.ts"))
    .map((path) => join(folder, path));

/** The project's own files that a file imports. */
function importsOf(path: string): string[] {
  const named = [...readFileSync(path, "utf8").matchAll(anImport)].map(
    ([, from, lazily]) => from ?? lazily ?? "",
  );
  return named.flatMap((target) => {
    if (!/^(@\/|\.)/.test(target)) return [];
    const at = target.startsWith("@/") ? target.slice(2) : normalize(join(dirname(path), target));
    return [at, `${at}.ts`, `${at}.tsx`]
      .filter((file) => /\.tsx?$/.test(file) && existsSync(file))
      .slice(0, 1);
  });
}

type Graph = ReadonlyMap<string, readonly string[]>;

function reachedFrom(graph: Graph, start: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    waiting.push(...(graph.get(path) ?? []));
  }
  return reached;
}

/**
 * Answers which tests rest on a predicate's file: those beside it first, then those beside a file that names the
 * predicate, then the others. Whichever rests on the fewest other files comes first. Read once, from the working
 * directory.
 */
export function readTests(): (predicate: Predicate) => string[] {
  const graph: Graph = new Map(folders.flatMap(sourcesIn).map((path) => [path, importsOf(path)]));
  const tests = [...graph.keys()]
    .filter((path) => isTest(path))
    .map((path) => ({ path, rests: reachedFrom(graph, path) }))
    .sort((one, other) => one.rests.size - other.rests.size);
  return ({ name, file }) => {
    const related = tests.filter(({ rests }) => rests.has(file)).map(({ path }) => path);
    const besideUse = new Set(
      [...graph.keys()].filter((path) => !isTest(path) && names(path, name)).map(dirname),
    );
    const distance = (path: string) => {
      if (dirname(path) === dirname(file)) return 0;
      return besideUse.has(dirname(path)) ? 1 : 2;
    };
    // The order among those that are equally far stays.
    return related.sort((one, other) => distance(one) - distance(other));
  };
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const names = (path: string, name: string) => new RegExp(`\\b${name}\\b`).test(readFileSync(path, "utf8"));
