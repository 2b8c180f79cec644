import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const { scripts, version } = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>;
  version: string;
};

/** The others are commands of other projects, which have a help of their own. */
const ours = Object.entries(scripts).filter(([, line]) => line.includes("scripts/"));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "trousseau-help-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a script as npm does, with settings under which anything but an explanation fails. */
async function ask(line: string, option: string, cwd = process.cwd()) {
  const child = spawn("sh", ["-c", `${line} ${option}`], {
    cwd,
    env: {
      ...process.env,
      PATH: [join(process.cwd(), "node_modules/.bin"), process.env.PATH].join(delimiter),
      DATA_DIR: join(folder, "data"),
      DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing",
    },
  });
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  return { code, printed };
}

test("there are scripts of ours", () => {
  expect(ours.length).toBeGreaterThan(8);
});

describe.concurrent.each(ours)("npm run %s", (name, line) => {
  test("says how it is used, and does nothing else", async () => {
    const { code, printed } = await ask(line, "--help");
    expect(code).toBe(0);
    const typed = name === "start" || name === "test" ? `npm ${name}` : `npm run ${name}`;
    expect(printed).toMatch(new RegExp(`^${typed}\\b.*\n\n\\S`));
    expect(existsSync(join(folder, "data"))).toBe(false);
  });

  test("says which version this is", async () => {
    expect(await ask(line, "--version")).toEqual({ code: 0, printed: `Trousseau ${version}\n` });
  });
});

const inPlainNode = ours.filter(([, line]) => line.startsWith("exec node "));

describe.concurrent.each(inPlainNode)("npm run %s", (_, line) => {
  test("begins before any package is installed", async () => {
    const bare = mkdtempSync(join(folder, "bare-"));
    cpSync("scripts", join(bare, "scripts"), { recursive: true });
    cpSync("package.json", join(bare, "package.json"));
    expect(await ask(line, "--help", bare)).toMatchObject({ code: 0 });
  });
});

test("a demo of an unknown name is refused with the names that there are", async () => {
  const { code, printed } = await ask("node scripts/demo.mjs", "southbeam --keep 2>&1");
  expect(code).toBe(1);
  expect(printed).toMatch(/^There is no demo southbeam\. There are: quickstart, northbeam\.\n/);
  expect(existsSync(join(folder, "data"))).toBe(false);
});
