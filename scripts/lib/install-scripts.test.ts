import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Lock = { packages: Record<string, { hasInstallScript?: boolean }> };
type Manifest = { allowScripts: Record<string, boolean> };

test("no package runs a script of its own when it is installed, and each that would is named", () => {
  expect(readFileSync(".npmrc", "utf8")).toMatch(/^ignore-scripts=true$/m);
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
  const { allowScripts } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
  const withScripts = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.split("node_modules/").at(-1) ?? "");
  expect(Object.keys(allowScripts).sort()).toEqual([...new Set(withScripts)].sort());
  expect(Object.values(allowScripts)).not.toContain(true);
});
