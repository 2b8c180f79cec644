// Fails when a document names a path of this project that does not exist.
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

const usage = `npm run check:docs

Fails when a document names a path of this project that does not exist.`;

await runCommand({
  usage,
  async run() {
    const all = documents().flatMap((document) => namedPaths(document).map((path) => ({ document, path })));
    const broken = all.filter(({ path }) => !isThere(path));
    for (const { document, path } of broken)
      console.error(`${document} names ${path}, which does not exist.`);
    console.log(`documents: ${all.length} paths, ${broken.length} missing`);
    process.exit(broken.length > 0 ? 1 : 0);
  },
});
