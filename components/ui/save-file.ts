import { csvOf } from "@/lib/domain/csv";

/** Hands the person a file that was made in this tab, whole or in parts that follow each other. */
export function saveFile(
  name: string,
  type: "text/plain" | "text/csv" | "application/json",
  text: string | readonly string[],
): void {
  saveBlob(name, new Blob([text].flat(), { type }));
}

/** The same for a file of any kind. */
export function saveBlob(name: string, contents: Blob): void {
  const address = URL.createObjectURL(contents);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}

const typeOf = { csv: "text/csv", json: "application/json" } as const;

/** The same, named by what it holds and the day. */
export function saveDated(what: string, kind: keyof typeof typeOf, text: string | readonly string[]): void {
  const day = new Date().toISOString().slice(0, 10);
  saveFile(`trousseau-${what}-${day}.${kind}`, typeOf[kind], text);
}

/** The same for rows, as a CSV file that spreadsheets open. */
export const saveCsv = (what: string, rows: Parameters<typeof csvOf>[0]): void =>
  saveDated(what, "csv", csvOf(rows));
