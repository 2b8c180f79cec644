"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { type EnrolActions, enrolWhereOwed } from "@/components/recovery/enrol-where-owed";
import { addNotice, dismissNotice, useNotices } from "@/components/recovery/enrolment-notices";
import { NoticesContext } from "@/components/shell/notices";
import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import { DateTime } from "@/components/ui/date-time";
import { useVaultKeeper, useVaultState } from "@/components/vault/vault-context";
import { policiesOf } from "@/lib/domain/policy/combining";

type Props = {
  /** Whom the page was made for; null where nobody is signed in. */
  account: string | null;
  actions: EnrolActions;
  /** What else is said over every page, before it. */
  before: ReactNode;
  /** The pages, over which it is said. */
  children: ReactNode;
};

/**
 * Where a policy enrols everybody in account recovery: does it as soon as the vault is open, one tab at a time, and
 * says so until it is dismissed. What does not work is tried again the next time the vault opens.
 */
export function EnrolByPolicy({ account, actions, before, children }: Props) {
  const t = useTranslations("recovery.byPolicy");
  const { status, policies } = useVaultState();
  const { vault } = useVaultKeeper();
  const notices = useNotices(account);
  const enrolling = policiesOf(policies, "account_recovery")
    .flatMap(({ organizationId, data }) => (data.autoEnrollEnabled ? organizationId : []))
    .join(" ");
  const isOpen = status === "unlocked";

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that is rendered again brings the same actions
  useEffect(() => {
    if (!isOpen || account === null || enrolling === "") return;
    const enrol = () =>
      enrolWhereOwed(vault, actions, (organization) =>
        addNotice({ userId: account, ...organization, at: new Date().toISOString() }),
      );
    // Pages work without it, whatever went wrong.
    navigator.locks.request(`trousseau-enrol-${account}`, enrol).catch(() => {});
  }, [isOpen, account, enrolling, vault]);

  const strips = notices.map((notice) => (
    <div key={notice.organizationId} role="status">
      <Banner
        tone="info"
        action={
          <>
            <AppLink href="/account#recovery" className="text-link hover:underline">
              {t("see")}
            </AppLink>
            <button type="button" className="text-link hover:underline" onClick={() => dismissNotice(notice)}>
              {t("dismiss")}
            </button>
          </>
        }
      >
        {t.rich("text", {
          organization: notice.name,
          at: () => <DateTime value={notice.at} show="date" />,
        })}
      </Banner>
    </div>
  ));
  const shown = isOpen && strips.length > 0 ? <section aria-label={t("label")}>{strips}</section> : null;
  const said = (
    <>
      {before}
      {shown}
    </>
  );
  return <NoticesContext value={said}>{children}</NoticesContext>;
}
