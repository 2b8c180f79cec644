import { z } from "zod";
import { OrganizationId, OrganizationKeyId } from "@/lib/domain/ids";
import { Name } from "@/lib/domain/names";
import { plans } from "@/lib/domain/organization/plans";
import { seatLimit } from "@/lib/domain/provider/seats";
import { encString, PublicKey, SealedKey, SealedPrivateKey } from "@/lib/domain/sealed";

/** What is typed for an organization of one's own. */
export const NewOrganization = z.object({
  plan: z.enum(plans),
  name: Name,
  seats: z.int().min(1).max(seatLimit),
});

export const CreateOrganization = NewOrganization.extend({
  /** Made by the form, so that the same form sent twice makes one organization. */
  organizationId: OrganizationId,
  /** Its range is judged by a rule that names the limits. */
  seats: z.int(),
  organizationKeyId: OrganizationKeyId,
  /** Sealed to the person themselves. */
  organizationKeyForMember: SealedKey,
  publicKey: PublicKey,
  privateKeyForOrganization: SealedPrivateKey,
  collectionName: encString(),
});
export type CreateOrganization = z.output<typeof CreateOrganization>;
