// The part of npm run crash that is called rotation: kills while an organization's key is replaced.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root } from "./prepare.mjs";
import { run, Stop } from "./run.mjs";

/** What is said before and after each step of a rotation: a kill comes a moment after each, several times. */
const points = ["beginning", "staging", "switching", "switched"];
const times = 3;

/** Kills a process that rotates, up to 60 ms after it has said `point`. */
async function killAfter(point, env) {
  const rotating = spawn(process.execPath, ["--import", "tsx", "scripts/crash/rotation.ts"], {
    cwd: root,
    env: { ...process.env, ...env, STEP: "rotate" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  const said = new Promise((resolve) => {
    rotating.stdout.on("data", (chunk) => {
      printed += chunk;
      if (printed.split("\n").includes(point)) resolve();
    });
  });
  const ended = once(rotating, "close");
  await Promise.race([said, ended]);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
  rotating.kill("SIGKILL");
  await ended;
  if (!printed.includes(point)) throw new Stop(`crash: the rotation never came to ${point}`);
}

async function step(name, env) {
  const { code, output } = await run(process.execPath, ["--import", "tsx", "scripts/crash/rotation.ts"], {
    cwd: root,
    env: { ...env, STEP: name },
    quiet: true,
  });
  if (code !== 0) throw new Stop(output);
  return output;
}

/** Kills at every point, and opens everything after each kill as the owner and as the provider do. */
export async function crashRotation(folder, environment) {
  const env = { ...environment, DATA_DIR: join(folder, "rotation") };
  await step("fill", env);
  let lost = 0;
  for (const point of points)
    for (let time = 0; time < times; time++) {
      await killAfter(point, env);
      for (const [, count] of (await step("check", env)).matchAll(/@ (\d+)/g)) lost += Number(count);
    }
  return { kills: points.length * times, lost };
}
