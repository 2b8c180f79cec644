// The part of npm run crash that is called rotation: kills while an organization's key is replaced.
import { join } from "node:path";
import { crashSteps } from "./crash-steps.mjs";

/** What is said before and after each step of a rotation: a kill comes a moment after each, several times. */
const points = ["beginning", "staging", "switching", "switched"];
const times = 3;

/** Kills at every point, and opens everything after each kill as the owner and as the provider do. */
export async function crashRotation(folder, environment) {
  const env = { ...environment, DATA_DIR: join(folder, "rotation") };
  const { step, killAfter } = crashSteps("scripts/crash/rotation.ts", env);
  await step("fill");
  let lost = 0;
  for (const point of points)
    for (let time = 0; time < times; time++) {
      await killAfter("rotate", point);
      for (const [, count] of (await step("check")).matchAll(/@ (\d+)/g)) lost += Number(count);
    }
  const kills = points.length * times;
  return {
    line: `${kills} kills during rotations, ${lost} items not readable afterwards`,
    isBad: lost > 0,
  };
}
