import { z } from "zod";

/** The most rows that somebody selects and acts on at once, and the most people who wait to be confirmed at once. */
export const selectedAtOnce = 250;

/** Whether each of these ids is there once. */
export const noneTwice = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** What was selected: something, and no more than can be at once. */
export const selected = <Row extends z.ZodType>(row: Row) => z.array(row).min(1).max(selectedAtOnce);
