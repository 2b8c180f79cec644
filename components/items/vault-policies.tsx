"use client";

import { useTranslations } from "next-intl";
import { reach } from "@/components/forms/reach";
import { Callout } from "@/components/ui/callout";
import { OuterLink } from "@/components/ui/outer-link";
import { type BindingPolicy, ownershipTakenBy, policiesOf } from "@/lib/domain/policy/combining";
import type { Act } from "@/lib/http/result";

type Props = {
  policies: readonly BindingPolicy[];
  /** What can be done, if anything: a new item goes into a collection, so one has to be open for adding. */
  mayAdd: boolean;
  openBanner: Act<{ organizationId: string }>;
};

/** What organizations say to their members over the vault, and what their policies change in it. */
export function VaultPolicies({ policies, mayAdd, openBanner }: Props) {
  const t = useTranslations("vault.policy");
  const [owner] = ownershipTakenBy(policies);
  return (
    <>
      {policiesOf(policies, "vault_banner").map(({ organizationId, organization, data }) => (
        <Callout
          key={organizationId}
          title={t("from", { organization })}
          action={
            data.linkUrl ? (
              <OuterLink
                href={data.linkUrl}
                onClick={() => void reach(openBanner({ organizationId }))}
                className="font-strong text-link hover:underline"
              >
                {data.linkText || t("open")}
              </OuterLink>
            ) : null
          }
        >
          <p className="whitespace-pre-line">
            <bdi>{data.message}</bdi>
          </p>
        </Callout>
      ))}
      {owner === undefined ? null : (
        <Callout tone={mayAdd ? "info" : "warn"} title={t("frozenTitle")}>
          <p>{t("frozenText", { organizations: owner })}</p>
          {mayAdd ? null : <p className="mt-1">{t("nowhere", { organizations: owner })}</p>}
        </Callout>
      )}
    </>
  );
}
