"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { Prove } from "@/components/account/two-step-actions";
import { ExportForm } from "@/components/exporting/export-form";
import { type AskItemsToExport, organizationRows, ownRows } from "@/components/exporting/rows";
import { useMessages } from "@/components/forms/use-messages";
import type { AskedVault } from "@/components/items/my-vault";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Callout } from "@/components/ui/callout";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import type { ExportFormat } from "@/lib/domain/item/exporting";
import type { BindingPolicy } from "@/lib/domain/policy/combining";
import { mayExportOwn } from "@/lib/domain/policy/items";
import type { Act } from "@/lib/http/result";

type OwnProps = {
  asked: AskedVault;
  policies: readonly BindingPolicy[];
  actions: { record: Act<{ format: ExportFormat }>; prove: Prove };
  account: ReactNode;
};

/** Takes what is one's own along as a file, unless an organization forbids it. */
export function OwnExportPage({ asked, policies, actions, account }: OwnProps) {
  const t = useTranslations("exporting");
  const { failure } = useMessages();
  const source = useMemo(() => ownRows(asked), [asked]);
  const decision = mayExportOwn(policies);
  return (
    <Frame account={account} text={t("ownText")}>
      {decision.allowed ? (
        <ExportForm source={source} actions={actions} name="vault" />
      ) : (
        <Callout tone="warn" title={t("nobody")}>
          {failure({ code: decision.refusal, ...(decision.values && { values: decision.values }) })}
        </Callout>
      )}
    </Frame>
  );
}

type OrganizationProps = {
  organizationId: string;
  ask: AskItemsToExport;
  getKey: AskOrganizationKey;
  actions: { record: Act<{ organizationId: string; format: ExportFormat }>; prove: Prove };
  account: ReactNode;
};

/** Takes an organization's items along as a file. */
export function OrganizationExportPage({ organizationId, ask, getKey, actions, account }: OrganizationProps) {
  const t = useTranslations("exporting");
  const source = useMemo(() => organizationRows(organizationId, ask, getKey), [organizationId, ask, getKey]);
  const { record, prove } = actions;
  return (
    <Frame account={account} text={t("organizationText")}>
      <ExportForm
        source={source}
        actions={{ record: ({ format }) => record({ organizationId, format }), prove }}
        name="organization"
      />
    </Frame>
  );
}

function Frame({ account, text, children }: { account: ReactNode; text: string; children: ReactNode }) {
  const t = useTranslations("exporting");
  return (
    <>
      <PageHeader title={t("title")} account={account} />
      <PageBody>
        <div className="flex max-w-180 flex-col gap-3.5">
          <p className="text-muted">{text}</p>
          {children}
        </div>
      </PageBody>
    </>
  );
}
