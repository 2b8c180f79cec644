"use client";

import { reach } from "@/components/forms/reach";
import type { MemberActions, MemberRow } from "@/components/members/member-actions";
import { ConfirmPeople } from "@/components/people/confirm-people";
import { useProviderKey } from "@/components/providers/use-provider-key";
import { sealProviderKeyFor } from "@/lib/vault/seal-provider";

type Props = {
  providerId: string;
  members: readonly MemberRow[];
  actions: Pick<MemberActions, "confirm" | "askMembersToConfirm" | "askProviderKey">;
  onClose: () => void;
};

/** Hands the provider's key to people who have accepted. */
export function ConfirmInTeam({ providerId, members, actions, onClose }: Props) {
  const withProviderKey = useProviderKey(providerId, actions.askProviderKey);
  return (
    <ConfirmPeople
      keyOf="provider"
      chosen={members}
      ask={() => actions.askMembersToConfirm({ providerId, memberIds: members.map(({ id }) => id) })}
      confirmOne={async ({ memberId, ...person }) => {
        const sealed = await withProviderKey((vault) => sealProviderKeyFor(vault, providerId, person));
        if (!sealed.ok) return sealed;
        const providerKeyForMember = sealed.result;
        const { publicKey } = person;
        return reach(actions.confirm({ providerId, memberId, publicKey, providerKeyForMember }));
      }}
      onClose={onClose}
    />
  );
}
