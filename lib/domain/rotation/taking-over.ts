import { allow, type Decision, refuse } from "@/lib/domain/decision";

/** How long a rotation may stand still before somebody else may begin another one or give it up, in milliseconds. */
export const abandonedAfterMs = 15 * 60_000;

/** A rotation that was begun and is not over, with the name of whoever began it. */
type UnderWay = { isYours: boolean; canBeFinished: boolean; lastStagedAt: Date; begunBy: string };

/** Whether somebody may put another rotation in the place of this one, or give it up: their own, one left behind, or one that nobody can finish. */
export const mayTakeOver = (
  { isYours, canBeFinished, lastStagedAt, begunBy }: UnderWay,
  now: Date,
): Decision =>
  isYours || !canBeFinished || Number(now) - Number(lastStagedAt) >= abandonedAfterMs
    ? allow
    : refuse("rotation_under_way", { name: begunBy });
