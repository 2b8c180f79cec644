"use client";

import { useTranslations } from "next-intl";
import { reach } from "@/components/forms/reach";
import { Callout } from "@/components/ui/callout";
import { OuterLink } from "@/components/ui/outer-link";
import { type BindingPolicy, policiesOf } from "@/lib/domain/policy/combining";
import type { Act } from "@/lib/http/result";

type Props = {
  policies: readonly BindingPolicy[];
  /** The organizations that have confirmed the person. */
  confirmedIn: readonly string[];
  /** Whether the person has items of their own. */
  hasOwn: boolean;
  /** What can be done, if anything: a new item goes into a collection, so one has to be open for adding. */
  mayAdd: boolean;
  openBanner: Act<{ organizationId: string }>;
};

/** What organizations say to their members over the vault, and what their policies change in it. */
export function VaultPolicies(props: Props) {
  const { policies, openBanner } = props;
  const t = useTranslations("vault.policy");
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
      <Ownership {...props} />
    </>
  );
}

/** Which organization keeps what the person saves, where that changes something for them. */
function Ownership({ policies, confirmedIn, hasOwn, mayAdd }: Props) {
  const t = useTranslations("vault.policy");
  const [keeper] = policiesOf(policies, "data_ownership");
  if (!keeper) return null;
  const isConfirmed = confirmedIn.includes(keeper.organizationId);
  const organizations = keeper.organization;
  if (isConfirmed && mayAdd)
    return hasOwn ? <Callout title={t("frozenTitle")}>{t("frozenText", { organizations })}</Callout> : null;
  return (
    <Callout tone={isConfirmed ? "warn" : "info"} title={t("keepsTitle", { organizations })}>
      <p>{t(isConfirmed ? "nowhere" : "unconfirmed", { organizations })}</p>
      {hasOwn ? <p className="mt-1">{t("ownStays")}</p> : null}
    </Callout>
  );
}
