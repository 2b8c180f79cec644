import "server-only";
import { and, eq, inArray, not, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { collections } from "@/db/schema/collections";
import { organizations } from "@/db/schema/organizations";
import type { EncString } from "@/lib/crypto/types";
import { reachesAll } from "@/lib/domain/collection/access";
import type { EventType } from "@/lib/domain/event-types";
import type { EventDetails } from "@/lib/domain/events";
import type { CollectionId, ItemId, OrganizationId, OrganizationKeyId } from "@/lib/domain/ids";
import { mayInOrganization } from "@/lib/domain/organization/member";
import { isPersonal } from "@/lib/operations/collection/internal/is-personal";
import type { OrganizationPlace } from "@/lib/operations/organization/access";

type Entry = { type: EventType; subjectId: ItemId | CollectionId | null; details: EventDetails | null };
type Log = { organizationId: OrganizationId; place: OrganizationPlace; entries: readonly Entry[] };

/**
 * The sealed names of what a page of a log is about, as far as the reader may know them: shared collections for whom
 * the console lists them, a deleted one by the name that the entry of its deletion kept, if the present key is the one
 * that sealed it; and items only where managers reach all of them, but for those in members' own collections. Three
 * statements at most.
 */
export async function namesOfSubjects(tx: Tx, { organizationId, place, entries }: Log) {
  const ids = [...new Set(entries.flatMap(({ subjectId }) => subjectId ?? []))];
  if (ids.length === 0) return { collections: [], items: [] };
  const listsCollections = mayInOrganization("read_collections", place).allowed;
  const named = listsCollections
    ? await tx
        .select({ id: collections.id, name: collections.name })
        .from(collections)
        .where(
          and(
            eq(collections.organizationId, organizationId),
            eq(collections.type, "shared"),
            inArray(sql`${collections.id}`, ids),
          ),
        )
    : [];
  const deleted = listsCollections ? await deletedNames(tx, organizationId, entries) : [];
  const items =
    mayInOrganization("use_items", place).allowed && reachesAll(place)
      ? await tx
          .select({ id: ciphers.id, key: ciphers.key, name: ciphers.name })
          .from(ciphers)
          .where(
            and(
              eq(ciphers.organizationId, organizationId),
              inArray(sql`${ciphers.id}`, ids),
              not(isPersonal()),
            ),
          )
      : [];
  return { collections: [...named, ...deleted], items };
}

async function deletedNames(tx: Tx, organizationId: OrganizationId, entries: readonly Entry[]) {
  const kept = entries.flatMap(deletedName);
  if (kept.length === 0) return [];
  const [present] = await tx
    .select({ keyId: organizations.keyId })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  return kept.flatMap(({ organizationKeyId, ...name }) =>
    organizationKeyId === present?.keyId ? [name] : [],
  );
}

type DeletedName = { id: CollectionId; name: EncString; organizationKeyId: OrganizationKeyId };

/** Entries are read newest first: whoever reads of a collection has read of its deletion before. */
function deletedName({ type, subjectId, details }: Entry): DeletedName[] {
  if (type !== "collection.deleted" || !subjectId) return [];
  const { sealedName, organizationKeyId } = details ?? {};
  if (typeof sealedName !== "string" || typeof organizationKeyId !== "string") return [];
  // Written by the deletion, of columns that hold nothing else.
  const kept = { id: subjectId, name: sealedName, organizationKeyId } as DeletedName;
  return [kept];
}

export type SealedSubjects = Awaited<ReturnType<typeof namesOfSubjects>>;
