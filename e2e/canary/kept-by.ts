import type { Page } from "@playwright/test";

/** What a page can read of what its browser keeps, each kind as a text. */
export type Kept = { local: string; session: string; indexed: string; caches: string };

export const readKept = (page: Page): Promise<Kept> =>
  page.evaluate(async () => {
    const latin = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    /** Bytes as the text that they are, so that one in them is found. */
    const legible = (value: unknown): unknown => {
      if (value instanceof ArrayBuffer) return latin(new Uint8Array(value));
      if (ArrayBuffer.isView(value))
        return latin(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      if (value instanceof Map || value instanceof Set) return [...value].map(legible);
      if (Array.isArray(value)) return value.map(legible);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, legible(part)]));
    };
    const answer = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });

    const indexed: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        indexed.push(
          name,
          store,
          legible(await answer(rows.getAllKeys())),
          legible(await answer(rows.getAll())),
        );
      }
      database.close();
    }
    const cached: unknown[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        cached.push(name, request.url, await (await cache.match(request))?.text());
    }
    return {
      local: JSON.stringify({ ...localStorage }),
      session: JSON.stringify({ ...sessionStorage }),
      indexed: JSON.stringify(indexed),
      caches: JSON.stringify(cached),
    };
  });

/** Puts a text into a request and into each kind of store, on purpose. */
export const plant = (page: Page, text: string) =>
  page.evaluate(async (planted) => {
    await fetch("/api/health", { method: "POST", body: planted });
    localStorage.setItem("planted", planted);
    sessionStorage.setItem("planted", planted);
    await (await caches.open("planted")).put("/planted", new Response(planted));
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open("planted");
      opening.onupgradeneeded = () => opening.result.createObjectStore("planted");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const writing = database.transaction("planted", "readwrite");
        writing.objectStore("planted").put(new TextEncoder().encode(planted), "planted");
        writing.oncomplete = () => {
          database.close();
          resolve();
        };
      };
    });
  }, text);
