"use client";

import type { MemberActions } from "@/components/organizations/member-actions";
import { ConfirmPeople } from "@/components/people/confirm-people";
import { sealing, useOrganizationVault } from "@/components/vaults/organization-vault";
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
  const { withOrganization, send } = useOrganizationVault(organizationId, actions.getKey);
  return (
    <ConfirmPeople
      keyOf="organization"
      chosen={members}
      ask={() => actions.askMembersToConfirm({ organizationId, memberIds: members.map(({ id }) => id) })}
      handOver={{
        seal: ({ memberId, ...person }) =>
          sealing(
            withOrganization(async (vault, organizationKeyId) => ({
              organizationKeyId,
              memberId,
              publicKey: person.publicKey,
              organizationKeyForMember: await sealOrganizationKeyFor(vault, organizationId, person),
            })),
          ),
        send: async (sealed) => {
          const [{ organizationKeyId }] = sealed;
          const people = sealed.map(({ organizationKeyId: _, ...person }) => person);
          return send(actions.confirm)({ ok: true, result: { organizationId, organizationKeyId, people } });
        },
      }}
      onClose={onClose}
    />
  );
}
