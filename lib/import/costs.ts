import { CannotImport } from "@/lib/import/trouble";

/** What a file may ask of a browser at most before its password opens it, in KiB, passes, lanes and rounds. */
const most = {
  memory: 1024 * 1024,
  passes: 1000,
  /** Memory times passes: some half a minute. */
  work: 32 * 1024 * 1024,
  lanes: 16,
  aesRounds: 100_000_000,
  pbkdf2Rounds: 10_000_000,
};

export type Cost =
  | { by: "argon2"; memory: number; passes: number; lanes: number }
  | { by: "aes" | "pbkdf2"; rounds: number };

/**
 * Judges what a file says of the work that its key takes, before any of it begins.
 *
 * @throws {CannotImport} `too_costly`, or `damaged` for what is no number of anything.
 */
export function expectBearable(cost: Cost): void {
  const { by, ...asked } = cost;
  if (!Object.values(asked).every((each) => Number.isInteger(each) && each > 0))
    throw new CannotImport("damaged");
  const isBearable =
    cost.by === "argon2"
      ? cost.memory <= most.memory &&
        cost.passes <= most.passes &&
        cost.memory * cost.passes <= most.work &&
        cost.lanes <= most.lanes
      : cost.rounds <= (cost.by === "aes" ? most.aesRounds : most.pbkdf2Rounds);
  if (!isBearable) throw new CannotImport("too_costly");
}
