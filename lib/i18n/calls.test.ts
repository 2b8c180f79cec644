import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TYPE } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { english } from "./messages";

type Part = ReturnType<IntlMessageFormat["getAst"]>[number];

/** The values and tags that a message cannot be said without. */
const neededBy = (parts: Part[]): string[] =>
  parts.flatMap((part) => {
    if (part.type === TYPE.literal || part.type === TYPE.pound) return [];
    if (part.type === TYPE.tag) return [part.value, ...neededBy(part.children)];
    if (part.type !== TYPE.select && part.type !== TYPE.plural) return [part.value];
    return [part.value, ...Object.values(part.options).flatMap(({ value }) => neededBy(value))];
  });

/** The text of a path like `members.invite`. */
function textAt(path: string): string | undefined {
  const found = path
    .split(".")
    .reduce<unknown>((at, step) => (at instanceof Object ? Reflect.get(at, step) : undefined), english);
  return typeof found === "string" ? found : undefined;
}

/** What stands between brackets, parted at its own commas: the text begins after the opening one. */
function partsOf(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|=>|[\s\S]/g)) {
    if (")]}".includes(token) && depth === 0) break;
    if ("([{".includes(token)) depth += 1;
    if (")]}".includes(token)) depth -= 1;
    if (token === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim());
}

/** The keys that an expression can be: a literal, or a choice between literals. */
function keysIn(expression: string): string[] {
  const [, alone] = expression.match(/^"([^"]+)"$/) ?? [];
  if (alone) return [alone];
  return [...expression.matchAll(/[?:]\s*"([\w.]+)"/g)].flatMap(([, key]) => key ?? []);
}

/** The names of the values of a call, or null where it gives more than is written there. */
function givenIn(values: string | undefined): string[] | null {
  if (!values) return [];
  if (!values.startsWith("{")) return null;
  const names = partsOf(values.slice(1)).filter((part) => part !== "");
  return names.some((part) => part.startsWith("..."))
    ? null
    : names.map((part) => /^\w+/.exec(part)?.[0] ?? "");
}

/** Each call that leaves out a value of its message, in words. A speaker is what was declared last by its name. */
function leftOut(path: string, source: string): string[] {
  const speakers = new Map<string, string>();
  const words =
    /\b(?:const (?<made>\w+) = (?:await )?(?:use|get)Translations\((?:"(?<namespace>[\w.]+)")?\)|(?<![.\w])(?<said>\w+)(?:\.rich|\.markup)?\()/g;
  return [...source.matchAll(words)].flatMap(({ 0: match, index, groups = {} }) => {
    if (groups.made) speakers.set(groups.made, groups.namespace ?? "");
    const namespace = speakers.get(groups.said ?? "");
    if (namespace === undefined) return [];
    const [asked = "", values] = partsOf(source.slice(index + match.length));
    const given = givenIn(values);
    if (!given) return [];
    return keysIn(asked).flatMap((key) => {
      const text = textAt(namespace ? `${namespace}.${key}` : key);
      if (text === undefined) return [];
      const needed = new Set(neededBy(new IntlMessageFormat(text, "en").getAst()));
      const line = source.slice(0, index).split("\n").length;
      return [...needed]
        .filter((name) => !given.includes(name))
        .map((name) => `${path}:${line} ${key} asks for ${name}`);
    });
  });
}

const sources = ["app", "components", "lib"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);

test("a call that leaves out a value of its message is seen", () => {
  const faults = (line: string) => leftOut("a.tsx", `const t = useTranslations("vault");\nreturn ${line};`);
  expect(faults(`t("policy.keepsTitle", { organization: name })`)).toEqual([
    "a.tsx:2 policy.keepsTitle asks for organizations",
  ]);
  expect(faults(`t(is ? "policy.frozenText" : "policy.keepsTitle")`)).toHaveLength(2);
  expect(faults(`t.rich("policy.keepsTitle", {})`)).toHaveLength(1);
  expect(faults(`t("policy.keepsTitle", { organizations: names(1, ")") })`)).toEqual([]);
});

test("every message is given the values that it asks for", () => {
  expect(sources.flatMap((path) => leftOut(path, readFileSync(path, "utf8")))).toEqual([]);
});
