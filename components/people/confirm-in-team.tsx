"use client";

import type { z } from "zod";
import { ConfirmPeople } from "@/components/people/confirm-people";
import type { Chosen } from "@/components/people/people";
import type { Rows } from "@/components/people/person";
import type { AskProviderKey } from "@/components/vault/hold-key";
import { useProviderKey } from "@/components/vault/use-provider-key";
import type { PersonToConfirm } from "@/lib/domain/person-to-confirm";
import type { ConfirmProviderMembers, ListToConfirm } from "@/lib/domain/provider/inputs";
import type { Act } from "@/lib/http/result";
import { sealProviderKeyFor } from "@/lib/vault/seal-provider";

type Props = Chosen & {
  providerId: string;
  actions: {
    confirm: Act<z.input<typeof ConfirmProviderMembers>, Rows>;
    askMembersToConfirm: Act<z.input<typeof ListToConfirm>, PersonToConfirm[]>;
    askProviderKey: AskProviderKey;
  };
};

/** Hands the provider's key to people who have accepted. */
export function ConfirmInTeam({ providerId, people: chosen, all, actions, onClose }: Props) {
  const withProviderKey = useProviderKey(providerId, actions.askProviderKey);
  return (
    <ConfirmPeople
      keyOf="provider"
      chosen={chosen}
      {...(all && { all })}
      ask={() =>
        actions.askMembersToConfirm({ providerId, ...(!all && { memberIds: chosen.map(({ id }) => id) }) })
      }
      handOver={{
        seal: ({ memberId, ...person }) =>
          withProviderKey(async (vault) => ({
            memberId,
            publicKey: person.publicKey,
            providerKeyForMember: await sealProviderKeyFor(vault, providerId, person),
          })),
        send: (people) => actions.confirm({ providerId, people }),
      }}
      onClose={onClose}
    />
  );
}
