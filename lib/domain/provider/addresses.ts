import { Email } from "@/lib/domain/email";

/** How many people are invited at once. */
export const addressLimit = 20;

/** One of the addresses somebody typed: as typed, in the form that is stored, and what is wrong with it. */
export type TypedAddress = { typed: string; email: string; problem: "malformed" | "twice" | null };

/** Reads a list of addresses separated by commas, semicolons, spaces or line ends, in the order typed. */
export function readAddresses(text: string): TypedAddress[] {
  const seen = new Set<string>();
  return text
    .split(/[\s,;]+/)
    .filter((typed) => typed !== "")
    .map((typed) => {
      const parsed = Email.safeParse(typed);
      if (!parsed.success) return { typed, email: typed, problem: "malformed" };
      const isRepeated = seen.has(parsed.data);
      seen.add(parsed.data);
      return { typed, email: parsed.data, problem: isRepeated ? "twice" : null };
    });
}
