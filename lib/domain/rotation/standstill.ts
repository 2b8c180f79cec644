import { abandonedAfterMs } from "@/lib/domain/rotation/kinds";

/** Whether a rotation has stood still for so long that somebody else may begin another one. */
export const isAbandoned = (lastStagedAt: Date, now: Date): boolean =>
  Number(now) - Number(lastStagedAt) >= abandonedAfterMs;
