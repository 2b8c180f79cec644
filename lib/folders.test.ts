import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkFiles, prepareFolder } from "@/lib/folders";

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-folders-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("a folder is made with those above it, for its owner alone, and nothing is left in it", () => {
  const folder = join(aFolder(), "data", "mail");
  prepareFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(() => checkFiles(folder)).not.toThrow();
});

test("a folder that cannot be made is refused at once, with the setting and the reason", () => {
  const file = join(aFolder(), "file");
  writeFileSync(file, "");
  expect(() => prepareFolder(join(file, "db"))).toThrow(
    /^DATA_DIR: \S+\/file\/db cannot be written .*ENOTDIR/,
  );
});

// Node's own recursive mkdir never comes back from here.
test.runIf(process.platform === "linux")("neither does one hang where the system takes no folders", () => {
  expect(() => prepareFolder("/proc/trousseau/db")).toThrow("/proc/trousseau/db cannot be written");
});

// To root everything is writable.
test.runIf(process.getuid?.() !== 0)("a file of another user is named", () => {
  const folder = aFolder();
  mkdirSync(join(folder, "base"));
  writeFileSync(join(folder, "base", "1"), "", { mode: 0o400 });
  expect(() => checkFiles(folder)).toThrow("base/1 cannot be written");
});
