import { z } from "zod";
import { Email } from "@/lib/domain/email";

/** How many people are invited at once. */
export const addressLimit = 20;

/** One of the addresses somebody typed: as typed, in the form that is stored, and what is wrong with it. */
export type TypedAddress = { typed: string; email: string; problem: "malformed" | "twice" | null };

/**
 * Reads a list of addresses as people type it or paste it from a mail program or a spreadsheet, in the order
 * given: `Last, First <a@b.example>; …`, quotes, `mailto:`, tabs, invisible characters. Each piece that holds no
 * address is one of the answers, with its own text.
 */
export function readAddresses(text: string): TypedAddress[] {
  const seen = new Set<string>();
  return piecesOf(text)
    .flatMap(addressesIn)
    .map((typed) => {
      const parsed = Email.safeParse(withoutWrapping(typed));
      if (!parsed.success) return { typed, email: typed, problem: "malformed" };
      const isRepeated = seen.has(parsed.data);
      seen.add(parsed.data);
      return { typed, email: parsed.data, problem: isRepeated ? "twice" : null };
    });
}

/** The addresses that are meant, each once. */
export const distinctEmails = (addresses: readonly TypedAddress[]): string[] =>
  addresses.flatMap(({ email, problem }) => (problem === "twice" ? [] : [email]));

/** A list as it is typed: one text. What is wrong with single addresses is shown beside the field. */
export const TypedAddresses = z.string().superRefine((text, context) => {
  const addresses = readAddresses(text);
  const count = distinctEmails(addresses).length;
  const tell = (message: string) => context.addIssue({ code: "custom", message });
  if (count === 0) tell("no_addresses");
  else if (count > addressLimit) tell("too_many_addresses");
  else if (addresses.some(({ problem }) => problem === "malformed")) tell("not_addresses");
});

/**
 * The address from a field for one address. A name or `mailto:` around it is taken away. Any other text stays
 * as it was typed.
 */
export const TypedEmail = z
  .string()
  .transform((typed) => {
    const [only, ...others] = readAddresses(typed);
    return only?.problem === null && others.length === 0 ? only.email : typed;
  })
  .pipe(Email);

/** Line ends and semicolons part a list, and so does the end of `<a@b.example>`. Quotes hold a piece together. */
const piecesOf = (text: string): string[] =>
  text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/[“”„«»]/g, '"')
    .replace(/mailto:([^\s"'<>?]*)(?:\?[^\s"'<>]*)?/gi, "$1")
    .replace(/<[^<>\s]*@[^<>\s]*>/g, "$&\n")
    .split(/[\r\n]+/)
    .flatMap((line) => line.match(/(?:"[^"]*"|[^;])+/g) ?? [])
    .map((piece) => piece.replace(/^[\s,]+|[\s,]+$/g, ""))
    .filter((piece) => piece !== "");

function addressesIn(piece: string): string[] {
  if (piece.includes("<")) return namedAddresses(piece);
  return piece.includes("\t") ? cellAddresses(piece) : bareAddresses(piece);
}

const bareAddresses = (piece: string): string[] => piece.split(/[\s,]+/);

/** The addresses of a line with cells. The other cells name the people, unless no cell holds an address. */
function cellAddresses(line: string): string[] {
  const cells = line.split("\t").filter((cell) => cell.trim() !== "");
  const withAddress = cells.filter((cell) => cell.includes("@"));
  return (withAddress.length > 0 ? withAddress : cells).flatMap((cell) => bareAddresses(cell.trim()));
}

/**
 * The addresses of a piece with `<…>`, and each word with an `@` that stands before them outside quotes. The other words
 * are names. Some mail programs write the address itself in the place of a name: it counts once.
 */
function namedAddresses(piece: string): string[] {
  const [inBrackets = ""] = piece.match(/(?<=<)[^<>]*@[^<>]*/) ?? [];
  return [...piece.matchAll(/<([^<>]*)>?|(?:"[^"]*"|[^\s,<"])+/g)].flatMap(([word, address]) => {
    if (address !== undefined) return address.trim() === "" ? [] : [address.trim()];
    const unquoted = word.replace(/^"[^"]*"$/, "");
    const isName =
      !unquoted.includes("@") || withoutWrapping(word).toLowerCase() === inBrackets.toLowerCase();
    return isName ? [] : [word];
  });
}

/** What stands around the one address of a word: quotes, brackets, a formula of a spreadsheet, a full stop. */
function withoutWrapping(word: string): string {
  const [found, ...others] = word.match(/[^\s"()<>[\],;:]+@[^\s"()<>[\],;:]+/g) ?? [];
  const isOne = found !== undefined && others.length === 0 && word.split("@").length === 2;
  return (isOne ? found : word).replace(/^['‘’]+|['‘’.]+$/g, "");
}
