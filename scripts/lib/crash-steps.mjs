import { spawn } from "node:child_process";
import { once } from "node:events";
import { root } from "./prepare.mjs";
import { run, Stop } from "./run.mjs";

/**
 * The steps of a script that is told by `STEP` what to do, and that says how far it has come, a word in each line.
 *
 * @param {string} script
 * @param {Record<string, string>} env
 */
export function crashSteps(script, env) {
  const args = ["--import", "tsx", script];

  /** Runs a step to its end. */
  async function step(name) {
    const { code, output } = await run(process.execPath, args, {
      cwd: root,
      env: { ...env, STEP: name },
      quiet: true,
    });
    if (code !== 0) throw new Stop(output);
    return output;
  }

  /** Kills a step up to 60 ms after it has said `point` so many times. */
  async function killAfter(name, point, times = 1) {
    const running = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env, STEP: name },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let printed = "";
    const wasSaid = () => printed.split("\n").filter((word) => word === point).length >= times;
    const said = new Promise((resolve) => {
      running.stdout.on("data", (chunk) => {
        printed += chunk;
        if (wasSaid()) resolve();
      });
    });
    const ended = once(running, "close");
    await Promise.race([said, ended]);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
    running.kill("SIGKILL");
    await ended;
    if (!wasSaid()) throw new Stop(`crash: ${name} never came to ${point}`);
  }

  return { step, killAfter };
}
