/** What the instance does by itself, beside what is asked of it. */
export const jobKinds = ["mail", "sweep", "collect"] as const;
export type JobKindName = (typeof jobKinds)[number];
