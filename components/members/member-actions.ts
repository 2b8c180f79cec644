import type { z } from "zod";
import type { AskProviderKey } from "@/components/providers/use-provider-key";
import type { ProviderMemberId, UserId } from "@/lib/domain/ids";
import type { PersonToConfirm } from "@/lib/domain/person-to-confirm";
import type {
  ChangeProviderMemberRole,
  ConfirmProviderMember,
  InviteProviderMembers,
  ProviderMemberRef,
  ProviderMemberRefs,
} from "@/lib/domain/provider/inputs";
import type { ProviderMemberStatus, ProviderRole } from "@/lib/domain/provider/member";
import type { Refusal } from "@/lib/domain/refusal";
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

type InvitedRow = { email: string; outcome: "invited" | "already_invited" | "already_a_member" };
type ResentRow = { id: ProviderMemberId; refusal: Refusal | null };

/** What the Members page can do, handed to its components as server actions. */
export type MemberActions = {
  invite: Act<typeof InviteProviderMembers, { rows: InvitedRow[] }>;
  resend: Act<typeof ProviderMemberRefs, { rows: ResentRow[] }>;
  confirm: Act<typeof ConfirmProviderMember>;
  changeRole: Act<typeof ChangeProviderMemberRole>;
  remove: Act<typeof ProviderMemberRef>;
  /** The places in clients of people who may be removed. */
  listPlaces: Act<typeof ProviderMemberRefs, StaffPlace[]>;
  askMembersToConfirm: Act<typeof ProviderMemberRefs, PersonToConfirm[]>;
  askProviderKey: AskProviderKey;
};
