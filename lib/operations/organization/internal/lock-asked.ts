import "server-only";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { all, type Decision } from "@/lib/domain/decision";
import type { AuditEvent } from "@/lib/domain/events";
import type { AnswerMember } from "@/lib/domain/organization/inputs";
import { approvalOf, mayBeAnswered } from "@/lib/domain/organization/provider-place";
import { assertAllowed } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { asClient } from "@/lib/operations/organization/internal/both-logs";
import { lockMember } from "@/lib/operations/organization/internal/lock-members";

/**
 * Locks the row of somebody of the provider's team who waits for an answer of the owners. The organization comes with
 * it, as its provider's log knows it. Refused where `may` says no, where nobody waits, and as `member_changed` where
 * the row is not as it was shown.
 */
export async function lockAsked(tx: Tx, may: Decision, shown: z.output<typeof AnswerMember>) {
  const { organizationId, memberId } = shown;
  const { askedAt, approvedAt, approvedBy, ...member } = await lockMember(tx, organizationId, memberId);
  const { status, ofTeam, role } = member;
  const approval = approvalOf({ askedAt, approvedAt, approvedBy });
  assertAllowed(all(may, mayBeAnswered({ status, ofTeam, approval })));
  if (Number(member.revisedAt) !== Number(shown.revisedAt)) throw new Refused("member_changed");
  const client = await asClient(tx, organizationId);
  if (!client) throw new NotFound();
  return {
    organizationId,
    memberId,
    member,
    userId: member.userId,
    locale: member.account?.locale ?? null,
    email: member.shownEmail,
    role,
    approval,
    client,
  };
}

type Asked = Awaited<ReturnType<typeof lockAsked>>;

/** What an owner has answered, for both logs. */
export function answered(
  asked: Asked,
  types: {
    organization: "organization_member.approved" | "organization_member.approval_refused";
    provider: "client.member_approved" | "client.approval_refused";
  },
): [AuditEvent, AuditEvent] {
  const { organizationId, memberId: organizationMemberId, email, role } = asked;
  const { providerId, providerOrganizationId, client } = asked.client;
  const about = { providerId, organizationMemberId };
  return [
    { type: types.organization, ...about, organizationId, details: { email, role } },
    { type: types.provider, ...about, providerOrganizationId, details: { client, email, role } },
  ];
}
