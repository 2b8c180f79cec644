import { z } from "zod";
import { type Decision, refuse } from "@/lib/domain/decision";
import { OrganizationId, OrganizationKeyId } from "@/lib/domain/ids";
import { Name } from "@/lib/domain/names";
import { plans } from "@/lib/domain/organization/plans";
import { maySetSeats, seatLimit } from "@/lib/domain/provider/seats";
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
/** Of an organization without a provider. */
export const PreviewOwnPlan = z.object({ organizationId: OrganizationId, plan: z.enum(plans) });

export const SetOwnPlan = PreviewOwnPlan.extend({
  /** Its range is judged by a rule that names the limits. */
  seats: z.int(),
  /** The mark of the preview that was shown. Nobody is revoked without it, or where it is another by now. */
  preview: z
    .string()
    .regex(/^[\w-]{1,64}$/u)
    .optional(),
});

/** Whether an organization's own people decide how many seats it has. Of a client, its provider does. */
export const maySetOwnPlan = (
  { hasProvider, used }: { hasProvider: boolean; used: number },
  seats: number,
): Decision => (hasProvider ? refuse("seats_of_provider") : maySetSeats(seats, used));

export type CreateOrganization = z.output<typeof CreateOrganization>;
