import { z } from "zod";
import { tokenHours } from "@/lib/domain/token";

/** What a field of a date says that is filled in half: browsers tell it apart from an empty one. */
export const unfinished = "unfinished";

/** The last day of somebody's access as a field of the browser has it: 2026-12-03. Empty where it does not end. */
export const LastDay = z.union([z.literal(""), z.iso.date()], { error: "invalid" });

/** The day on which access ends, where the person is. */
export const lastDayOf = (accessEndsAt: Date | null, timeZone: string): string =>
  // Swedish writes dates as ISO 8601 does.
  accessEndsAt ? accessEndsAt.toLocaleDateString("sv-SE", { timeZone }) : "";

/** The end of a day, where the person is: access lasts through its last day. */
export const endOfDay = (day: string): Date | null => (day === "" ? null : new Date(`${day}T23:59:59.999`));

/** The field at which a refusal of the last day is said: `lastDay`, in the form of a role as in that of an invitation. */
export const atLastDay = { access_end_is_past: "lastDay" } as const;

/** Whether access that ends with this day is over before an invitation that is sent now is. */
export const endsBeforeInvitation = (day: string, now: Date): boolean => {
  const end = Number(endOfDay(day) ?? Number.NaN);
  return end > Number(now) && end < Number(now) + tokenHours.provider_member * 3_600_000;
};
