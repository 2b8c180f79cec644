"use client";

import { reach } from "@/components/forms/reach";
import type { MemberActions } from "@/components/organizations/member-actions";
import { ConfirmPeople } from "@/components/people/confirm-people";
import { sealing, sendSealed, useOrganizationVault } from "@/components/vaults/organization-vault";
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
  const { withOrganization } = useOrganizationVault(organizationId, actions.getKey);
  return (
    <ConfirmPeople
      keyOf="organization"
      chosen={members}
      ask={() => actions.askMembersToConfirm({ organizationId, memberIds: members.map(({ id }) => id) })}
      confirmOne={async ({ memberId, publicKey }) => {
        const sealed = await sealing(
          withOrganization(async (vault) => ({
            organizationId,
            memberId,
            publicKey,
            organizationKeyForMember: await sealOrganizationKeyFor(vault, organizationId, publicKey),
          })),
        );
        return reach(sendSealed(actions.confirm)(sealed));
      }}
      onClose={onClose}
    />
  );
}
