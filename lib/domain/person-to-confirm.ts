import type { PublicKey } from "@/lib/crypto/types";
import type { UserId } from "@/lib/domain/ids";

/** Somebody who has accepted an invitation, with the public key to compare and to seal for. */
export type PersonToConfirm<MemberId extends string = string> = {
  memberId: MemberId;
  userId: UserId;
  name: string | null;
  email: string;
  publicKey: PublicKey;
};
