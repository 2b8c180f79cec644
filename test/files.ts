import type { FileActions, ServedFile } from "@/components/items/item";
import type { EncString } from "@/lib/crypto/types";

/** What keeps sealed files, as a server would. `lose` has the next requests go unanswered. */
export function aFileServer() {
  const files = new Map<string, ServedFile>();
  const parts = new Map<string, Blob>();
  const done = new Set<string>();
  let lost = 0;
  const ok = <Result>(result: Result) => ({ ok: true as const, result });
  const reached = () => {
    if (lost === 0) return;
    lost -= 1;
    throw new TypeError("Failed to fetch");
  };
  const actions: FileActions = {
    list: async () => ok([...files.values()].filter(({ id }) => done.has(id))),
    begin: async ({ attachmentId: id, itemId, key, fileName, size }) => {
      const sealed = { key: key as EncString, fileName: fileName as EncString };
      files.set(id, { id, itemId, ...sealed, size });
      return ok({ isFinished: false });
    },
    putPart: async ({ attachmentId, number, bytes }) => {
      reached();
      parts.set(`${attachmentId} ${number}`, bytes);
      return ok(null);
    },
    finish: async ({ attachmentId }) => {
      done.add(attachmentId);
      return ok(null);
    },
    getPart: async ({ attachmentId, number }) => {
      reached();
      const part = parts.get(`${attachmentId} ${number}`);
      return part ? ok(part) : { ok: false, failure: { code: "not_found" } };
    },
    remove: async ({ attachmentId }) => {
      files.delete(attachmentId);
      return ok(null);
    },
  };
  return {
    actions,
    files,
    parts,
    lose: (count: number) => {
      lost = count;
    },
  };
}
