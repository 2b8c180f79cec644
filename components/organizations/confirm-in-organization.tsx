"use client";

import { reach } from "@/components/forms/reach";
import type { MemberActions } from "@/components/organizations/member-actions";
import { ConfirmPeople } from "@/components/people/confirm-people";
import { useOrganizationKey } from "@/components/vault/use-organization-key";
import type { ListedMember } from "@/lib/operations/organization/list-members";
import { sealOrganizationKeyFor } from "@/lib/vault/seal-organization-key";

type Props = {
  organizationId: string;
  members: readonly ListedMember[];
  actions: Pick<MemberActions, "getKey" | "confirm" | "askMembersToConfirm">;
  onClose: () => void;
};

/** Hands the organization's key to people who have accepted. */
export function ConfirmInOrganization({ organizationId, members, actions, onClose }: Props) {
  const { seal, send } = useOrganizationKey(organizationId, actions.getKey);
  return (
    <ConfirmPeople
      keyOf="organization"
      chosen={members}
      ask={() => actions.askMembersToConfirm({ organizationId, memberIds: members.map(({ id }) => id) })}
      confirmOne={async ({ memberId, ...person }) => {
        const sealed = await seal(async (vault, organizationKeyId) => ({
          organizationId,
          organizationKeyId,
          memberId,
          publicKey: person.publicKey,
          organizationKeyForMember: await sealOrganizationKeyFor(vault, organizationId, person),
        }));
        return send((input: Parameters<typeof actions.confirm>[0]) => reach(actions.confirm(input)))(sealed);
      }}
      onClose={onClose}
    />
  );
}
