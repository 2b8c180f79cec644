// Fails when a document names a path of this project that does not exist, and when a rule is missing from its table.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { runCommand } from "./lib/command.mjs";

const topFolders = "app|components|db|docs|e2e|lib|scripts";
const inBackticks = new RegExp(`\`((?:${topFolders})/[\\w./()[\\]-]+)\``, "g");
const linked = /\]\(([^)#\s]+)[^)]*\)/g;

function documents(): string[] {
  const inDocs = readdirSync("docs", { recursive: true, encoding: "utf8" }).map((name) => join("docs", name));
  return [...readdirSync("."), ...inDocs].filter((name) => name.endsWith(".md"));
}

/** Paths in backticks are read from the root, links from the document. Those with an ellipsis are patterns. */
function namedPaths(document: string): string[] {
  const text = readFileSync(document, "utf8");
  const paths = [...text.matchAll(inBackticks)].map((match) => match[1] ?? "");
  const links = [...text.matchAll(linked)]
    .map((match) => match[1] ?? "")
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => normalize(join(dirname(document), link)));
  return [...paths, ...links].filter((path) => !path.includes("..."));
}

/** A module may be named as it is imported, without its ending. */
const isThere = (path: string) => ["", ".ts", ".tsx"].some((ending) => existsSync(path + ending));

const tableOfRules = "docs/security.md";

/** The rules of lib/domain that have no line in their table, and the lines whose rule is not there any more. */
async function rulesAstray(): Promise<string[]> {
  const lines = readFileSync(tableOfRules, "utf8").matchAll(/^\| `(\w+)` \|/gm);
  const told = new Set([...lines].map(([, name = ""]) => name));
  // The compiler is loaded only where it is needed.
  const { findPredicates } = await import("./predicates/find");
  const predicates = findPredicates();
  const missing = predicates.filter(({ name, says }) => says === "decision" && !told.has(name));
  const gone = [...told].filter((name) => !predicates.some((predicate) => predicate.name === name));
  return [
    ...missing.map(({ name, file }) => `${tableOfRules} does not tell of ${name} (${file}).`),
    ...gone.map((name) => `${tableOfRules} tells of ${name}, which is no rule of lib/domain.`),
  ];
}

const usage = `npm run check:docs

Fails when a document names a path of this project that does not exist, and when the table of rules in
${tableOfRules} is not that of lib/domain.`;

await runCommand({
  usage,
  async run() {
    const all = documents().flatMap((document) => namedPaths(document).map((path) => ({ document, path })));
    const broken = all.filter(({ path }) => !isThere(path));
    for (const { document, path } of broken)
      console.error(`${document} names ${path}, which does not exist.`);
    const astray = await rulesAstray();
    for (const sentence of astray) console.error(sentence);
    console.log(`documents: ${all.length} paths, ${broken.length} missing; ${astray.length} rules astray`);
    process.exit(broken.length + astray.length > 0 ? 1 : 0);
  },
});
