import { z } from "zod";

/** A calendar month of UTC, as `2026-10`: the period of an invoice. */
export const Month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .brand<"Month">();
export type Month = z.output<typeof Month>;

/** A month's first moment, and the first moment after it. */
export type Span = { start: Date; end: Date };

export function spanOf(month: Month): Span {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return { start: new Date(Date.UTC(year, number - 1)), end: new Date(Date.UTC(year, number)) };
}

export const monthOf = (moment: Date): Month => Month.parse(moment.toISOString().slice(0, 7));

/** Whole seconds. */
export const secondsIn = ({ start, end }: Span): number => (Number(end) - Number(start)) / 1000;

/** How many whole seconds after its start a moment of the month is. */
export const secondOf = ({ start }: Span, moment: Date): number =>
  Math.floor((Number(moment) - Number(start)) / 1000);
