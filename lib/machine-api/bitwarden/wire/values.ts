import { z } from "zod";

/** An id. Some apps write it in capitals. */
export const idOf = <Id extends z.ZodType<string, string>>(schema: Id) =>
  z.string().toLowerCase().pipe(schema);

/** A moment as apps write it, or null for the first day of all, with which some of them say that they know none. */
export const momentOf = z.string().transform((written, { addIssue }) => {
  const moment = new Date(written);
  if (Number.isNaN(Number(moment))) addIssue({ code: "custom", message: "invalid", input: written });
  return moment.getUTCFullYear() > 1 ? moment : null;
});

export const dateOf = (date: Date | null): string | null => date?.toISOString() ?? null;
