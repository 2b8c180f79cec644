import type { EncString, PublicKey } from "@/lib/crypto/types";
import type { UserId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import type { ProviderRole } from "@/lib/domain/provider/member";

/** Somebody who has accepted an invitation, with the public key to compare and to seal for. */
export type PersonToConfirm<MemberId extends string = string> = {
  memberId: MemberId;
  userId: UserId;
  name: string | null;
  email: string;
  role: ProviderRole | OrganizationRole;
  /** When their row last changed: a confirmation goes to what was shown. */
  revisedAt: Date;
  publicKey: PublicKey;
  /** The asking account's record of the key that was sealed for at an earlier confirmation, if there is one. */
  knownPublicKey: EncString | null;
  /** Its record of the key whose phrase was compared and need not be compared again, if there is one. */
  comparedPublicKey: EncString | null;
  /** What the collection is called that is to be made for them along with the key; null where none is. */
  ownCollectionName?: string | null;
};
