// The part of npm run crash that is called import: kills in the middle of an import, and tries again.
import { join } from "node:path";
import { crashSteps } from "./crash-steps.mjs";

const kills = 10;
/** Before a part is taken in, and after it. */
const points = ["sending", "sent"];

/**
 * Kills what seals and what keeps at once, each time some parts further on, then lets the import come to its end, and counts
 * how often each item is there.
 */
export async function crashImport(folder, environment) {
  const { step, killAfter } = crashSteps("scripts/crash/import.ts", {
    ...environment,
    DATA_DIR: join(folder, "import"),
  });
  await step("fill");
  for (let kill = 0; kill < kills; kill++)
    await killAfter("bring", points[kill % points.length], 1 + 2 * kill);
  await step("bring");
  const [, items, lost, again] = /(\d+) items, (\d+) lost, (\d+) again/.exec(await step("check")).map(Number);
  return {
    line: `${kills} kills during an import of ${items} items, ${lost} lost, ${again} there twice`,
    isBad: lost + again > 0,
  };
}
