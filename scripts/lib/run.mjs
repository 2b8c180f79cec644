import { spawn } from "node:child_process";

/** Ends with what stands in the error: a message for people, without a trace. */
export class Stop extends Error {}

/**
 * Runs a command to its end. SIGTERM and SIGINT are handed on, so that nothing is left running.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean, timeout?: number, cwd?: string,
 *   user?: { uid: number, gid: number } }} [options]
 *   `quiet` keeps the output instead of showing it; `timeout` in milliseconds.
 * @returns {Promise<{ code: number, output: string }>} 127 as the code when there is no such command.
 */
export async function run(command, args, { env = {}, quiet = false, timeout, cwd, user } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    timeout,
    ...user,
  });
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));

  const handOn = (signal) => child.kill(signal);
  process.on("SIGTERM", handOn).on("SIGINT", handOn);
  try {
    return await new Promise((resolve) => {
      child.on("error", () => resolve({ code: 127, output }));
      child.on("close", (code, signal) =>
        resolve({ code: code ?? (signal === "SIGINT" ? 130 : 143), output }),
      );
    });
  } finally {
    process.off("SIGTERM", handOn).off("SIGINT", handOn);
  }
}

/** Whether the command can be found and answers. */
export const answers = async (command, ...args) => (await run(command, args, { quiet: true })).code === 0;

export const isRoot = () => process.getuid?.() === 0;
