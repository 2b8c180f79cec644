/** How long a recovery can be done once it was waited for, and approved where that is needed. In milliseconds. */
export const usableForMs = 14 * 24 * 60 * 60_000;

const hour = 60 * 60_000;

/** When a recovery was asked for and approved, from when on it could be done by the waiting time of that moment. */
export type Times = { askedAt: Date; readyAt: Date; approvedAt: Date | null };

const latest = (...moments: Date[]): Date => new Date(Math.max(...moments.map(Number)));

/**
 * From when on it can be done: the longer of the waiting time at asking and the one in force now counts, in hours. So
 * nobody gains by making it shorter, and making it longer holds up what was asked for before.
 */
export const readyFrom = ({ askedAt, readyAt }: Times, waitHours: number): Date =>
  latest(readyAt, new Date(Number(askedAt) + waitHours * hour));

/** Until when it can be done. One that nobody approves comes to its end as if it needed no approval. */
export const usableUntil = (times: Times, waitHours: number): Date => {
  const ready = readyFrom(times, waitHours);
  return new Date(Number(latest(ready, times.approvedAt ?? ready)) + usableForMs);
};

/** Whether it has come to its end. Then it is as if nobody had asked. */
export const hasLapsed = (times: Times, waitHours: number, now: Date): boolean =>
  usableUntil(times, waitHours) <= now;
