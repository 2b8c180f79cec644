"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { PolicyActions } from "@/components/policies/policy-actions";
import { PolicyDialog } from "@/components/policies/policy-dialog";
import { PolicyRow } from "@/components/policies/policy-row";
import { Card } from "@/components/ui/card";
import { type PolicyType, policyFacts, policyGroups, policyTypes } from "@/lib/domain/policy/types";
import type { SetPolicies } from "@/lib/operations/policy/list-policies";

type Props = {
  organizationId: string;
  policies: SetPolicies;
  /** Null where they are only shown. */
  actions: PolicyActions | null;
  /** Somebody of the organization's provider looks. */
  isVisit: boolean;
};

/** All policies by what they are about. `?policy=` with the word of one opens it. */
export function PoliciesList({ organizationId, policies, actions, isVisit }: Props) {
  const t = useTranslations("policies");
  const pathname = usePathname();
  const asked = useSearchParams().get("policy");
  const opened = actions ? policyTypes.find((type) => type === asked) : undefined;
  const setOf = (type: PolicyType) => policies.find((policy) => policy.type === type);

  // Only the address changes: the page need not be made anew for it.
  const show = (type: PolicyType | null) =>
    window.history.replaceState(null, "", type ? `${pathname}?policy=${type}` : pathname);

  return (
    <div className="flex flex-col gap-3.5">
      {policyGroups.map((group) => (
        <Card key={group} title={t(`groups.${group}`)} flush>
          <ul className="border-t">
            {policyTypes
              .filter((type) => policyFacts[type].group === group)
              .map((type) => (
                <PolicyRow
                  key={type}
                  type={type}
                  isOn={setOf(type)?.enabled ?? false}
                  onOpen={actions ? () => show(type) : null}
                />
              ))}
          </ul>
        </Card>
      ))}
      {opened && actions ? (
        <PolicyDialog
          key={opened}
          organizationId={organizationId}
          type={opened}
          enabled={setOf(opened)?.enabled ?? false}
          data={setOf(opened)?.data ?? null}
          actions={actions}
          isVisit={isVisit}
          onOpen={show}
          onClose={() => show(null)}
        />
      ) : null}
    </div>
  );
}
