import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

const canary = "Canary7Q";

/** A process that prints in every way it can, before and after the log is there. Written out, not imported. */
const program = `
  const { captureOutput } = await import("./scripts/lib/output.mjs");
  const output = captureOutput();
  console.log("said at start");
  const { logPrinted } = await import("./lib/log/printed.ts");
  const { say } = await import("./lib/log.ts");
  output.handTo(logPrinted);
  const typed = "${canary}\\n{\\"level\\":60,\\"msg\\":\\"forged\\"}\\u001b[2J";
  const error = new Error("Failed query: insert " + typed, { cause: new TypeError(typed) });
  console.error(error);
  console.error("[next-auth][error]", typed, { error, message: typed });
  for (const method of ["debug", "info", "log", "warn", "trace", "dir", "table"]) console[method](typed);
  console.group(typed);
  console.count(typed);
  console.assert(false, typed);
  process.stdout.write(typed);
  process.stderr.write(Buffer.from(typed));
  process.emitWarning(typed, { code: "DEP0001" });
  new console.Console(process.stdout, process.stderr).log(typed);
  await new Promise((resolve) => setImmediate(resolve));
  say("Trousseau is at http://127.0.0.1:3000\\nsecond line");
`;

test("whatever a process prints leaves as lines of the log, without a word of it", async () => {
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    env: { ...process.env, TSX_TSCONFIG_PATH: "tsconfig.scripts.json", LOG_LEVEL: "debug" },
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(err).toBe("");
  expect(out).not.toContain(canary);

  const lines = out.split("\n").filter(Boolean);
  expect(lines.at(-1)).toBe("Trousseau is at http://127.0.0.1:3000 second line");
  const logged = lines.slice(0, -1).map((line) => JSON.parse(line));
  expect(logged.length).toBeGreaterThan(14);
  expect(logged.every(({ msg }) => msg === "printed by a library")).toBe(true);
  expect(logged[0]).toMatchObject({ by: "console.log", text: "said at start" });
  expect(logged.slice(1).filter((line) => "text" in line)).toEqual([]);
  expect(logged[1]).toMatchObject({
    level: 50,
    by: "console.error",
    errors: [{ name: "Error", cause: { name: "TypeError" } }],
  });
  expect(logged.find(({ by }) => by === "warning")).toMatchObject({ errors: [{ code: "DEP0001" }] });
});
