import "server-only";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/domain/actor";
import { MemberTarget } from "@/lib/domain/organization/inputs";
import { organization } from "@/lib/operations/locks";
import { mailThrottle, memberMailQuota } from "@/lib/operations/mail/mail-limits";
import { inOrganization } from "@/lib/operations/organization/access";

type About = { input: z.output<typeof MemberTarget> };

/** How each command begins that sends one member, whose row is there already, an invitation. */
export const inviteAgain = {
  input: MemberTarget,
  access: inOrganization.invite_members,
  throttle: ({ actor }: { actor: Actor }) => mailThrottle(actor),
  locks: ({ input: { organizationId } }: About) => [organization(organizationId)],
  quota: ({ tx, input: { organizationId, memberId } }: About & { tx: Tx }) =>
    memberMailQuota(tx, { organizationId, memberIds: [memberId] }),
};
