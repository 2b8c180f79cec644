import type { OrganizationMemberStatus } from "@/lib/domain/organization/member";
import type { Refusal } from "@/lib/domain/refusal";
import type { ActionResult } from "@/lib/http/result";

/** Whose people they are: a provider's team, or an organization's members. */
export type PeopleOf = "provider" | "organization";

/** What can be done with a person. `approve`, `refuse` and `vouch` are an owner's word about the provider. */
export type PersonAct =
  | "approve"
  | "refuse"
  | "vouch"
  | "confirm"
  | "resend"
  | "edit"
  | "revoke"
  | "restore"
  | "remove";

/** A row of a list of people. Whoever is only invited has no account yet, hence no name. */
export type Person = {
  id: string;
  userId: string | null;
  name: string | null;
  email: string;
  role: string;
  /** The role in words. */
  roleName: string;
  status: OrganizationMemberStatus;
  isYou: boolean;
  /** Somebody of the provider's team among a client's members. */
  ofProvider: boolean;
  /** Their invitation waits for an owner's approval. */
  isAsked: boolean;
  /** Who of the provider asked for it. */
  askedBy: string | null;
  /** When the row last changed; of an organization only. An answer to the provider goes to what was shown. */
  revisedAt?: Date;
  /** The names of their groups; nothing where the list does not show them. */
  groups?: readonly string[] | null;
  /** Whether their log-in takes a second step, and whether their account can be recovered; of an organization only. */
  hasTwoStep?: boolean;
  isEnrolled?: boolean;
  /** How long their open invitation works, and until when their access lasts; of a provider's team only. */
  invitation?: { isExpired: boolean; daysLeft: number } | null;
  accessEndsAt?: Date | null;
  accessEnded?: boolean;
  /** What the rules allow in their state. */
  may: Record<PersonAct, boolean>;
};

/** What became of each of those selected. */
export type Rows = { rows: { id: string; refusal: Refusal | null }[] };

/** What is done with people, by their ids within the team or organization that the page is about. */
export type PeopleActions<Role extends string> = {
  resend: (ids: string[]) => Promise<ActionResult<Rows>>;
  remove: (ids: string[]) => Promise<ActionResult<Rows>>;
  /** Only an organization revokes its members and restores them. */
  revoke?: (ids: string[]) => Promise<ActionResult<Rows>>;
  restore?: (ids: string[]) => Promise<ActionResult<Rows>>;
  /** With the end of their access, where that changes too. */
  changeRole: (
    id: string,
    role: Role,
    accessEndsAt?: Date | null,
  ) => Promise<ActionResult<{ changed: boolean }>>;
};

/** A role that can be given, as a choice. */
export type RoleChoice<Role extends string> = { value: Role; label: string; hint: string };
