"use client";

import type { z } from "zod";
import { ConfirmPeople } from "@/components/people/confirm-people";
import type { Chosen } from "@/components/people/people";
import type { Rows } from "@/components/people/person";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import { useOrganizationKey } from "@/components/vault/use-organization-key";
import type { ConfirmMembers, MemberTargets } from "@/lib/domain/organization/inputs";
import type { PersonToConfirm } from "@/lib/domain/person-to-confirm";
import type { Act } from "@/lib/http/result";
import { sealCollectionName } from "@/lib/vault/seal-collection";
import { sealOrganizationKeyFor } from "@/lib/vault/seal-organization-key";

type Props = Chosen & {
  organizationId: string;
  actions: {
    getKey: AskOrganizationKey;
    confirm: Act<z.input<typeof ConfirmMembers>, Rows>;
    askMembersToConfirm: Act<z.input<typeof MemberTargets>, PersonToConfirm[]>;
  };
};

/** Hands the organization's key to people who have accepted. */
export function ConfirmInOrganization({ organizationId, people: chosen, actions, onClose }: Props) {
  const { seal, send } = useOrganizationKey(organizationId, actions.getKey);
  return (
    <ConfirmPeople
      keyOf="organization"
      chosen={chosen}
      ask={() => actions.askMembersToConfirm({ organizationId, memberIds: chosen.map(({ id }) => id) })}
      handOver={{
        seal: ({ memberId, ...person }) =>
          seal(async (vault, organizationKeyId) => ({
            organizationKeyId,
            memberId,
            publicKey: person.publicKey,
            revisedAt: person.revisedAt,
            organizationKeyForMember: await sealOrganizationKeyFor(vault, organizationId, person),
            ...(person.ownCollectionName && {
              ownCollection: {
                collectionId: crypto.randomUUID(),
                name: await sealCollectionName(vault, organizationId, person.ownCollectionName),
              },
            }),
          })),
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
