import { z } from "zod";

/** An id. Some apps write it in capitals. */
export const idOf = <Id extends z.ZodType<string, string>>(schema: Id) =>
  z.string().toLowerCase().pipe(schema);

/**
 * Several ids, each once: what is done for them is then no more than there are things of the caller's. What they are of
 * is checked by the operation that takes them.
 */
export const idsOf = z.array(z.string().toLowerCase()).transform((ids) => [...new Set(ids)]);

/** An id of an address. */
export const idIn = ({ params }: { params: Record<string, string> }, name: string) =>
  (params[name] ?? "").toLowerCase();

/** A moment as apps write it, or null for the first day of all, with which some of them say that they know none. */
export const momentOf = z.string().transform((written, { addIssue }) => {
  const moment = new Date(written);
  if (Number.isNaN(Number(moment))) addIssue({ code: "custom", message: "invalid", input: written });
  return moment.getUTCFullYear() > 1 ? moment : null;
});

export const dateOf = (date: Date | null): string | null => date?.toISOString() ?? null;

/** All that there is of something, as apps read lists. Protocol chapter 0.3. */
export const listOf = (data: readonly unknown[]) => ({ object: "list", data, continuationToken: null });
