import type { z } from "zod";
import { reach } from "@/components/forms/reach";
import type { useOrganizationKey } from "@/components/vault/use-organization-key";
import type { MakeOwnCollections } from "@/lib/domain/collection/inputs";
import type { OrganizationTarget } from "@/lib/domain/organization/inputs";
import type { Act } from "@/lib/http/result";
import type { OwedCollections } from "@/lib/operations/collection/list-owed-collections";
import { sealCollectionNames } from "@/lib/vault/seal-collection";

export type OwedCollectionActions = {
  listOwed: Act<z.input<typeof OrganizationTarget>, OwedCollections>;
  makeOwn: Act<z.input<typeof MakeOwnCollections>, { made: number }>;
};

type Key = ReturnType<typeof useOrganizationKey>;

/**
 * Makes the collections of all members who are to have one of their own, as many at once as one command takes. Answers
 * whether all were made. What is left is made by the browsers of those members.
 */
export async function makeOwedCollections(
  organizationId: string,
  { seal, send }: Key,
  { listOwed, makeOwn }: OwedCollectionActions,
): Promise<boolean> {
  for (;;) {
    const owed = await reach(listOwed({ organizationId }));
    if (!owed.ok) return false;
    const { name, memberIds } = owed.result;
    if (memberIds.length === 0) return true;
    const sealed = await seal(async (vault, organizationKeyId) => {
      const names = await sealCollectionNames(
        vault,
        organizationId,
        memberIds.map(() => name),
      );
      const collections = names.flatMap((name, index) => {
        const memberId = memberIds[index];
        return memberId ? [{ memberId, collectionId: crypto.randomUUID(), name }] : [];
      });
      return { organizationId, organizationKeyId, collections };
    });
    const answer = await reach(send(makeOwn)(sealed));
    if (!answer.ok || answer.result.made === 0) return false;
  }
}
