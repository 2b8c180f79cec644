import type { z } from "zod";
import type { AskProviderKey } from "@/components/providers/use-provider-key";
import type { PublicKey } from "@/lib/crypto/types";
import type { ProviderMemberId, UserId } from "@/lib/domain/ids";
import type {
  ChangeProviderMemberRole,
  ConfirmProviderMember,
  InviteProviderMembers,
  ProviderMemberRef,
  ProviderMemberRefs,
} from "@/lib/domain/provider/inputs";
import type { ProviderMemberStatus, ProviderRole } from "@/lib/domain/provider/member";
import type { ActionResult } from "@/lib/http/result";
import type { StaffPlace } from "@/lib/operations/provider/list-staff-places";

type Act<Schema extends z.ZodType, Result = unknown> = (
  input: z.input<Schema>,
) => Promise<ActionResult<Result>>;

/** A row of the Members page. Invited members have no account yet, hence no name. */
export type MemberRow = {
  id: ProviderMemberId;
  userId: UserId | null;
  name: string | null;
  email: string;
  role: ProviderRole;
  status: ProviderMemberStatus;
};

/** Somebody who has accepted, with the public key to compare and to seal for. */
export type MemberToConfirm = {
  memberId: ProviderMemberId;
  userId: UserId;
  name: string | null;
  email: string;
  publicKey: PublicKey;
};

type InvitedRow = { email: string; outcome: "invited" | "already_invited" | "already_a_member" };
type ResentRow = { memberId: ProviderMemberId; outcome: "sent" | "member_not_invited" };

/** What the Members page can do, handed to its components as server actions. */
export type MemberActions = {
  invite: Act<typeof InviteProviderMembers, { rows: InvitedRow[] }>;
  resend: Act<typeof ProviderMemberRefs, { rows: ResentRow[] }>;
  confirm: Act<typeof ConfirmProviderMember>;
  changeRole: Act<typeof ChangeProviderMemberRole>;
  remove: Act<typeof ProviderMemberRef>;
  /** The places in clients of people who may be removed. */
  listPlaces: Act<typeof ProviderMemberRefs, StaffPlace[]>;
  askMembersToConfirm: (input: { providerId: string }) => Promise<ActionResult<MemberToConfirm[]>>;
  askProviderKey: AskProviderKey;
};

export const shownName = ({ name, email }: { name: string | null; email: string }) => name || email;
