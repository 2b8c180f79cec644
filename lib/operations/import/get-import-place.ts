import "server-only";
import { and, asc, desc, eq, gt, or, sql } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { collections } from "@/db/schema/collections";
import { folders } from "@/db/schema/folders";
import { imports } from "@/db/schema/imports";
import { users } from "@/db/schema/users";
import { ImportTarget } from "@/lib/domain/import/inputs";
import { undoneWithinMs } from "@/lib/domain/import/limits";
import { mayInOrganization } from "@/lib/domain/organization/member";
import { ownershipTakenBy, restrictedTypes } from "@/lib/domain/policy/combining";
import { personOf } from "@/lib/operations/account/access";
import { ofImport } from "@/lib/operations/import/internal/the-import";
import { importers } from "@/lib/operations/item/internal/new-items-access";
import { memberIdOf, placeOf } from "@/lib/operations/organization/access";
import { bindingPolicies } from "@/lib/operations/policy/internal/binding-policies";
import { defineQuery } from "@/lib/operations/query";

/** What somebody needs who imports, of where it goes: collections or folders with their sealed names, what policies leave out, and the imports of the last day. */
export const getImportPlace = defineQuery({
  name: "import.get_place",
  input: ImportTarget,
  access: importers,
  async read({ tx, actor, input: { organizationId }, standing, now }) {
    const userId = personOf(actor);
    const place = organizationId && standing !== "self" ? placeOf(standing) : null;
    const isOpen = or(
      eq(collections.type, "shared"),
      place ? sql`${collections.ownerMemberId} = ${memberIdOf(place)}::uuid` : undefined,
    );
    const policies = await bindingPolicies(tx, userId);
    return {
      collections: organizationId
        ? await tx
            .select({ id: collections.id, name: collections.name })
            .from(collections)
            .where(and(eq(collections.organizationId, organizationId), isOpen))
            .orderBy(asc(collections.createdAt), asc(collections.id))
        : [],
      /** One's own, where one's own vault is the place. */
      folders: organizationId
        ? []
        : await tx
            .select({ id: folders.id, name: folders.name })
            .from(folders)
            .where(eq(folders.userId, userId))
            .orderBy(asc(folders.createdAt), asc(folders.id)),
      mayMakeCollections: place !== null && mayInOrganization("create_collections", place).allowed,
      restricted: [...restrictedTypes(policies).keys()],
      /** The organization whose policy keeps what its members save, where they import for themselves. */
      keptBy: organizationId ? null : (ownershipTakenBy(policies)[0] ?? null),
      recent: await tx
        .select({
          id: imports.id,
          begunAt: imports.begunAt,
          doneAt: imports.doneAt,
          undoneAt: imports.undoneAt,
          by: sql<string>`coalesce(${users.name}, ${users.email})`,
          /** Whether the person began it, so that they can undo it. */
          isOwn: sql<boolean>`${imports.begunBy} = ${userId}`,
          items: tx.$count(ciphers, ofImport(imports)),
        })
        .from(imports)
        .innerJoin(users, eq(users.id, imports.begunBy))
        .where(
          and(
            organizationId ? eq(imports.organizationId, organizationId) : eq(imports.userId, userId),
            gt(imports.begunAt, new Date(Number(now) - undoneWithinMs)),
          ),
        )
        .orderBy(desc(imports.begunAt))
        .limit(20),
    };
  },
});

export type ImportPlace = Awaited<ReturnType<typeof getImportPlace.read>>;
