import type { z } from "zod";
import type { CollectionGrants } from "@/lib/domain/collection/inputs";
import type { GroupCell } from "@/lib/domain/group/inputs";

type Grants = z.input<typeof CollectionGrants>;

/** The cells of a group that turn what was read into what is wanted. */
export function cellChanges(groupId: string, before: Grants, after: Grants): z.input<typeof GroupCell>[] {
  const was = new Map(before.map(({ collectionId, permission }) => [collectionId, permission]));
  const wanted = new Map(after.map(({ collectionId, permission }) => [collectionId, permission]));
  const ids = [...new Set([...was.keys(), ...wanted.keys()])];
  return ids.flatMap((collectionId) => {
    const from = was.get(collectionId) ?? null;
    const to = wanted.get(collectionId) ?? null;
    return from === to ? [] : { groupId, collectionId, from, to };
  });
}
