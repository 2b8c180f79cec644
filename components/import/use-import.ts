"use client";

import { useEffect, useRef, useState } from "react";
import { begunRun } from "@/components/import/begin-run";
import { type Begun, keepTargets } from "@/components/import/remembered";
import { openBrowserReader } from "@/lib/import/browser-reader";
import type { Preview } from "@/lib/import/preview";
import type { Naming } from "@/lib/import/read-file";
import type { ImportReader } from "@/lib/import/reader";
import type { FileTrouble } from "@/lib/import/trouble";

export type FileProblem = { trouble: FileTrouble; row: number | null };

/**
 * A file that is read in a worker, and what was found in it. What it says stays on this device.
 *
 * @param place what this device remembers imports there by.
 * @param over imports that were undone.
 */
export function useImport(place: string, over: readonly string[]) {
  const session = useRef<ReturnType<typeof openBrowserReader> | null>(null);
  const file = useRef<Uint8Array>(new Uint8Array());
  const [preview, setPreview] = useState<Preview | null>(null);
  const [begun, setBegun] = useState<Begun | null>(null);
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const [isReading, setReading] = useState(false);

  useEffect(() => () => session.current?.close(), []);

  const reader = (): ImportReader => {
    session.current ??= openBrowserReader();
    return session.current.reader;
  };

  async function read(given: { password?: string; naming?: Naming }) {
    setReading(true);
    setProblem(null);
    try {
      const answer = await reader().read(file.current, given);
      if (answer.ok) {
        setBegun(await begunRun(reader(), place, over));
        setPreview(answer.preview);
      } else setProblem({ trouble: answer.trouble, row: answer.row });
    } catch (error) {
      // Whatever a parser stumbles over: the next file gets a worker of its own.
      session.current?.close();
      session.current = null;
      setProblem({ trouble: "damaged", row: null });
      throw error;
    } finally {
      setReading(false);
    }
  }

  return {
    reader,
    preview,
    /** The unfinished import of this file, read in the same way, unless it was undone since. */
    begun: begun && !over.includes(begun.importId) ? begun : null,
    problem,
    isReading,
    readFile(bytes: Uint8Array) {
      file.current = bytes;
      void read({});
    },
    openWith: (password: string) => read({ password }),
    nameColumns(naming: Naming) {
      if (naming.isNamed && preview?.kind === "table" && preview.mark)
        keepTargets(preview.mark, naming.targets);
      void read({ naming });
    },
    startOver() {
      setPreview(null);
      setProblem(null);
    },
  };
}
