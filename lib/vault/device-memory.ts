import type { Bytes } from "@/lib/crypto/types";

/**
 * What a device remembers between two visits: sealed records and plain settings by name, never a key. A
 * browser that keeps nothing remembers nothing, and works as on a first visit.
 */
export interface DeviceMemory {
  recall(name: string): Promise<string | null>;
  /** Remembers `text` instead of what was there. */
  keep(name: string, text: string): Promise<void>;
  /** Remembers `text` unless there is something already, and answers what is there now. */
  keepFirst(name: string, text: string): Promise<string>;
  /** The same of megabytes: each as it is read, and all as they were at one moment. */
  recallBytes(...names: string[]): Promise<Bytes | null>[];
  /** Remembers all of them or none, and rejects where the browser has no room. */
  keepBytes(entries: readonly (readonly [name: string, bytes: Bytes])[]): Promise<void>;
  /** What is remembered under names that begin so. */
  names(beginning: string): Promise<string[]>;
  forget(name: string): Promise<void>;
}

/** The browser's own storage where there is one; a memory of this process elsewhere. */
export const openDeviceMemory = (): DeviceMemory =>
  typeof indexedDB === "undefined" ? inProcess() : inBrowser();

function inProcess(): DeviceMemory {
  const kept = new Map<string, string | Bytes>();
  return {
    recall: async (name) => asText(kept.get(name)),
    async keep(name, text) {
      kept.set(name, text);
    },
    async keepFirst(name, text) {
      if (!kept.has(name)) kept.set(name, text);
      return asText(kept.get(name)) ?? text;
    },
    recallBytes: (...names) => names.map(async (name) => asBytes(kept.get(name))),
    async keepBytes(entries) {
      for (const [name, bytes] of entries) kept.set(name, bytes);
    },
    names: async (beginning) => [...kept.keys()].filter((name) => name.startsWith(beginning)),
    async forget(name) {
      kept.delete(name);
    },
  };
}

const database = "trousseau-memory";
const store = "remembered";

/** IndexedDB, as workers have no other storage. */
function inBrowser(): DeviceMemory {
  return {
    recall: (name) => using("readonly", null, async (kept) => asText(await answer(kept.get(name)))),
    keep: (name, text) =>
      using("readwrite", undefined, async (kept) => {
        await answer(kept.put(text, name));
      }),
    keepFirst: (name, text) =>
      using("readwrite", text, async (kept) => {
        const known = asText(await answer(kept.get(name)));
        if (known === null) await answer(kept.put(text, name));
        return known ?? text;
      }),
    recallBytes: (...names) => {
      const reading = within("readonly", async (kept) => names.map((name) => answer(kept.get(name))));
      return names.map((_, i) =>
        reading
          .then((all) => all[i])
          .then(bytesOfBlob)
          .catch(() => null),
      );
    },
    keepBytes: (entries) =>
      within("readwrite", async (kept) => {
        const { transaction } = kept;
        // A browser reads a blob three times as quickly as bytes of the same size.
        for (const [name, bytes] of entries) kept.put(new Blob([bytes]), name);
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onabort = () => reject(transaction.error);
        });
      }),
    names: (beginning) =>
      using("readonly", [], async (kept) =>
        (await answer(kept.getAllKeys())).flatMap((name) =>
          typeof name === "string" && name.startsWith(beginning) ? [name] : [],
        ),
      ),
    forget: (name) =>
      using("readwrite", undefined, async (kept) => {
        await answer(kept.delete(name));
      }),
  };
}

const asBytes = (found: unknown): Bytes | null => (found instanceof Uint8Array ? (found as Bytes) : null);
const bytesOfBlob = async (found: unknown): Promise<Bytes | null> =>
  found instanceof Blob ? new Uint8Array(await found.arrayBuffer()) : null;
const asText = (found: unknown): string | null => (typeof found === "string" ? found : null);

/** Acts within one transaction of the database; `otherwise` where the browser does not let it. */
async function using<Result>(
  mode: IDBTransactionMode,
  otherwise: Result,
  act: (kept: IDBObjectStore) => Promise<Result>,
): Promise<Result> {
  try {
    return await within(mode, act);
  } catch {
    return otherwise;
  }
}

async function within<Result>(
  mode: IDBTransactionMode,
  act: (kept: IDBObjectStore) => Promise<Result>,
): Promise<Result> {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store);
  const opened = await answer(request);
  try {
    return await act(opened.transaction(store, mode).objectStore(store));
  } finally {
    // What has been asked for is still answered.
    opened.close();
  }
}

const answer = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
