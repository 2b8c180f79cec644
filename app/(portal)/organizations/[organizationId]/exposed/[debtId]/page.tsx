import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeaderMenu } from "@/app/account/header-menu";
import { askOrganizationKey } from "@/app/questions";
import { UnlockCallout } from "@/components/collections/unlock-callout";
import { type ListParams, wordsOf } from "@/components/lists/list-address";
import { ListPages } from "@/components/lists/list-pages";
import { DebtItemsTable } from "@/components/rotation/debt-items-table";
import { DebtLeft } from "@/components/rotation/debt-left";
import { AskAnew } from "@/components/shell/ask-anew";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { AppLink } from "@/components/ui/app-link";
import { consoleFrame } from "@/lib/http/console-frame";
import { load } from "@/lib/http/page";
import { listDebtItems } from "@/lib/operations/rotation/list-debt-items";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("rotation"))("debts.title"),
});

export default async function ExposedTo({
  params,
  searchParams,
}: PageProps<"/organizations/[organizationId]/exposed/[debtId]">) {
  const { organizationId, debtId } = await params;
  const frame = await consoleFrame(organizationId);
  if (!frame.ok) return <AskAnew />;
  const query: ListParams = await searchParams;
  const { cursor } = wordsOf(query);
  const { debt, outOfReach, items, next } = await load(listDebtItems, { organizationId, debtId, cursor });
  const t = await getTranslations("rotation");
  const path = `/organizations/${organizationId}/exposed`;
  const open = debt.items - debt.changed;
  const who = debt.name ?? debt.email ?? t("debts.unknown");
  return (
    <>
      <PageHeader title={t("debts.of", { who })} account={<HeaderMenu />} />
      <PageBody>
        <AppLink href={path} className="text-label text-link">
          ← {t("debts.title")}
        </AppLink>
        <p className="max-w-180 text-muted">
          {t("debts.counts", { open, changed: debt.changed })} {t("debts.told")}
        </p>
        {debt.isAtMost && <p className="max-w-180 text-muted">{t("debts.atMost")}</p>}
        <UnlockCallout />
        <DebtLeft open={open} outOfReach={outOfReach} />
        {items.length > 0 ? (
          <DebtItemsTable
            label={t("debts.of", { who })}
            sealed={{ organizationId, getKey: askOrganizationKey, items }}
          />
        ) : null}
        <ListPages path={`${path}/${debtId}`} query={query} next={next}>
          {t("debts.shown", { count: items.length })}
        </ListPages>
      </PageBody>
    </>
  );
}
