import "server-only";
import type { Tx } from "@/db/client";
import type { AuditEvent } from "@/lib/domain/events";
import type { OrganizationId, OrganizationMemberId, UserId } from "@/lib/domain/ids";
import type { OrganizationRole } from "@/lib/domain/organization/member";
import { actsForProvider, onInviting } from "@/lib/domain/organization/provider-place";
import { pageLink } from "@/lib/operations/links";
import { tellAll } from "@/lib/operations/mail/internal/tell";
import type { OrganizationPlace } from "@/lib/operations/organization/access";
import { asClient } from "@/lib/operations/organization/internal/both-logs";
import { confirmedWhoMay } from "@/lib/operations/organization/internal/confirmed-who-may";
import { countConfirmed } from "@/lib/operations/organization/internal/lock-members";
import { teamAmong } from "@/lib/operations/organization/internal/team-of-provider";
import { labelOf } from "@/lib/operations/people/internal/label-of";

/**
 * Those of the invited who are not sent a letter at once: an owner has to approve them, or there is no owner yet who
 * could. Judged under the organization's lock.
 */
export async function whoAwaitsApproval(
  tx: Tx,
  place: OrganizationPlace,
  organizationId: OrganizationId,
  emails: readonly string[],
): Promise<ReadonlyMap<string, "awaiting_approval" | "no_owner_to_approve">> {
  const team = await teamAmong(tx, organizationId, emails);
  if (team.size === 0) return new Map();
  const { counting: countingOwners } = await countConfirmed(tx, organizationId);
  const forProvider = actsForProvider(place, countingOwners);
  const becomes = onInviting({ forProvider, ofTeam: true, countingOwners });
  if (becomes === "send") return new Map();
  const outcome = becomes === "ask" ? "awaiting_approval" : "no_owner_to_approve";
  return new Map([...team].map((email) => [email, outcome]));
}

/** What the row of somebody keeps who awaits approval: whose place it would be, and who asked for it. */
export const askedPlace = ({ providerId }: OrganizationPlace, askedBy: UserId, askedAt: Date) => ({
  placeOfProvider: providerId,
  askedBy,
  askedAt,
});

type Asked = { memberId: OrganizationMemberId; email: string; role: OrganizationRole };

/**
 * Tells the owners once about all who are asked for, as far as their mailboxes have room: the console shows it too.
 * Returns the events, for both logs.
 */
export async function askOwners(
  tx: Tx,
  organizationId: OrganizationId,
  askedBy: UserId,
  asked: readonly Asked[],
  now: Date,
): Promise<AuditEvent[]> {
  const [first] = asked;
  const of = first && (await asClient(tx, organizationId));
  if (!of) return [];
  const { providerId, providerOrganizationId, client } = of;
  const mail = {
    kind: "organization.approval_asked",
    link: pageLink(`/organizations/${organizationId}/members?status=invited`),
    organizationName: client,
    providerName: of.providerName ?? "",
    asker: await labelOf(tx, askedBy),
    who: asked.map(({ email }) => email).join(", "),
    role: first.role,
  } as const;
  const owners = await confirmedWhoMay(tx, organizationId, "answer_provider");
  await tellAll(
    tx,
    owners.map((to) => ({ to, mail })),
    now,
  );
  return asked.flatMap(({ memberId: organizationMemberId, email, role }): AuditEvent[] => {
    const member = { providerId, organizationMemberId };
    return [
      { type: "organization_member.approval_asked", ...member, organizationId, details: { email, role } },
      {
        type: "client.approval_asked",
        ...member,
        providerOrganizationId,
        details: { client, email, role },
      },
    ];
  });
}
