import { z } from "zod";
import { OrganizationId, OrganizationKeyId, OrganizationMemberId, UserId } from "@/lib/domain/ids";
import { listView } from "@/lib/domain/list-view";
import { AuthenticationHash, SealedKey, SealedSymmetricKey } from "@/lib/domain/sealed";

export const RecoveryTarget = z.object({ organizationId: OrganizationId, memberId: OrganizationMemberId });

/** The same, with the request that was shown: whose it is, and when it was made. */
export const AnswerRecovery = RecoveryTarget.extend({ askedBy: UserId, askedAt: z.coerce.date<Date>() });

/** The user key, sealed to the organization's public key, which goes with this key of the organization. */
export const EnrolInRecovery = z.object({
  organizationId: OrganizationId,
  organizationKeyId: OrganizationKeyId,
  userKeyForOrganization: SealedKey,
});

/**
 * A temporary master password: its proof, and the user key sealed under it. `mark` stands for the state of the account
 * that both were made from.
 */
export const RecoverMember = RecoveryTarget.extend({
  mark: z.string().regex(/^[\w-]{43}$/u),
  nextHash: AuthenticationHash,
  userKeyForAccount: SealedSymmetricKey,
});

/** Hours that a recovery waits. */
export const recoveryWaits = [0, 24, 72, 168] as const;
export const SetRecoveryWait = z.object({
  organizationId: OrganizationId,
  hours: z.coerce.number().pipe(z.union(recoveryWaits.map((hours) => z.literal(hours)))),
});

export const ListEnrolled = z.object({ organizationId: OrganizationId, ...listView(["name"]) });
