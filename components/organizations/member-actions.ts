import type { z } from "zod";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import type {
  ChangeMemberRole,
  ConfirmMember,
  InviteMembers,
  MemberTarget,
  MemberTargets,
} from "@/lib/domain/organization/inputs";
import type { PersonToConfirm } from "@/lib/domain/person-to-confirm";
import type { ActionResult } from "@/lib/http/result";
import type { ListedCollections } from "@/lib/operations/collection/list-collections";

type Act<Schema extends z.ZodType, Result = unknown> = (
  input: z.input<Schema>,
) => Promise<ActionResult<Result>>;

/** What the page of an organization's members hands down. */
export type MemberActions = {
  getKey: AskOrganizationKey;
  listCollections: (input: { organizationId: string }) => Promise<ActionResult<ListedCollections>>;
  invite: Act<typeof InviteMembers, { invited: number; awaiting: number }>;
  resend: Act<typeof MemberTarget>;
  askMembersToConfirm: Act<typeof MemberTargets, PersonToConfirm[]>;
  confirm: Act<typeof ConfirmMember>;
  approve: Act<typeof MemberTarget>;
  refuse: Act<typeof MemberTarget>;
  changeRole: Act<typeof ChangeMemberRole>;
  remove: Act<typeof MemberTarget>;
};

/** What can be done with one member, from the row's menu. */
export type MemberTask = "approve" | "refuse" | "confirm" | "role" | "remove";
