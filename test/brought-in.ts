import { runImport, type SendPart } from "@/components/import/run-import";
import type { Tx } from "@/db/client";
import { utf8 } from "@/lib/crypto/bytes";
import type { CollectionId, OrganizationId } from "@/lib/domain/ids";
import { makeReader } from "@/lib/import/reader";
import { execute } from "@/lib/operations/command";
import { importItems } from "@/lib/operations/import/import-items";
import type { Persona } from "@/test/sealed-world";

/** A file of a browser with so many logins. */
export const aFileOf = (count: number): Uint8Array => {
  const rows = Array.from(
    { length: count },
    (_, i) =>
      `Item ${i},https://host-${i}.client.example/sign-in,admin${i},pass-phrase-of-${i},Rack ${i % 40}`,
  );
  return utf8(["name,url,username,password,note", ...rows].join("\n"));
};

type Place = { organizationId: OrganizationId; organizationKeyId: string; collectionId: CollectionId };

type Brought = {
  file: Uint8Array;
  importId: string;
  by: Persona;
  place: Place;
  send: SendPart;
  tell?: (done: number) => void;
};

/** Brings a file into a collection as a browser does, from reading it to its last part. The key is held. */
export async function bringIn({
  file,
  importId,
  by,
  place,
  send,
  tell = () => {},
}: Brought): Promise<number> {
  const reader = makeReader();
  const read = await reader.read(file, {});
  if (!read.ok) throw new Error(read.trouble);
  const total = await reader.choose({ importId, leavesRepeated: true, restricted: [] });
  const failure = await runImport({
    importId,
    total,
    destination: { ...place, places: new Map([["", { id: place.collectionId }]]) },
    reader,
    vault: by.vault,
    send,
    signal: new AbortController().signal,
    tell,
  });
  if (failure) throw new Error(failure === "left" ? failure : failure.code);
  return total;
}

/** Sends parts to the command itself. */
export const straightTo =
  (tx: Tx, by: Persona): SendPart =>
  async (part) => ({ ok: true, result: await execute(tx, importItems, by.actor, part) });
