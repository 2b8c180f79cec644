import "client-only";
import { wrap } from "comlink";
import type { ImportReader } from "@/lib/import/reader";

/** A reader in a worker of its own, which has no keys: whatever a file does to its parser, it does there. */
export function openBrowserReader(): { reader: ImportReader; close: () => void } {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  return { reader: wrap<ImportReader>(worker) as unknown as ImportReader, close: () => worker.terminate() };
}
