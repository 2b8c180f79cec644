import { writeSync } from "node:fs";
import { format } from "node:util";

/** @typedef {{ by: string, values: unknown[], stack: string, text?: string }} Printed as lib/log/printed.ts takes it */

const methods = ["debug", "dir", "error", "info", "log", "table", "trace", "warn"];
const complaint = /err|warn/;
const longestText = 300;

/**
 * Takes over whatever this process prints from now on: the console, both streams, and Node's warnings. The
 * log writes past all of them, straight to its file descriptor.
 *
 * What is printed before the log is there is kept with its words, since no visitor can have said anything
 * yet. If the log never comes, complaints are written when the process ends.
 *
 * @returns {{ handTo: (take: (printed: Printed) => void) => void }}
 */
export function captureOutput() {
  /** @type {Printed[]} */
  let kept = [];
  let take = (printed) => kept.push({ ...printed, text: format(...printed.values).slice(0, longestText) });
  const capture = (by, values) => {
    const { stack = "" } = new Error();
    take({ by, values, stack: stack.split("\n").slice(3).join("\n") });
  };

  for (const method of methods) console[method] = (...values) => capture(`console.${method}`, values);
  for (const name of ["stdout", "stderr"]) {
    process[name].write = (chunk, encoding, done) => {
      capture(name, [`${chunk}`]);
      const callback = typeof encoding === "function" ? encoding : done;
      if (callback) process.nextTick(callback);
      return true;
    };
  }
  process.removeAllListeners("warning").on("warning", (warning) => capture("warning", [warning]));
  process.once("exit", () => {
    for (const { by, text } of kept)
      if (complaint.test(by)) writeSync(2, `${JSON.stringify({ by, text })}\n`);
  });

  const handTo = (log) => {
    take = log;
    kept.forEach(log);
    kept = [];
  };
  return { handTo };
}
