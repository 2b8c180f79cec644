import { csvOf } from "@/lib/domain/csv";

/** Hands the person a file that was made in this tab. */
export function saveFile(name: string, type: "text/plain" | "text/csv", text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}

/** The same for rows, as a CSV file that is named by what it holds and the day. */
export function saveCsv(what: string, rows: Parameters<typeof csvOf>[0]): void {
  const day = new Date().toISOString().slice(0, 10);
  saveFile(`trousseau-${what}-${day}.csv`, "text/csv", csvOf(rows));
}
