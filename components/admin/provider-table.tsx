"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AssignedSeats } from "@/components/admin/assigned-seats";
import { ProviderDialogs, type ProviderTask } from "@/components/admin/provider-dialogs";
import { ProviderMenu } from "@/components/admin/provider-menu";
import {
  type InvitationActions,
  type ProviderActions,
  type ProviderRow,
  shownNameOf,
} from "@/components/admin/providers";
import { usePercent } from "@/components/billing/use-percent";
import { reach } from "@/components/forms/reach";
import { useMessages } from "@/components/forms/use-messages";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { type Sort, Th } from "@/components/ui/table-heading";
import { useToast } from "@/components/ui/toast";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { ProviderId } from "@/lib/domain/ids";

type Props = {
  providers: ProviderRow[];
  sorts: Record<"age" | "name", Sort>;
  actions: InvitationActions & ProviderActions;
};

type Open = { task: ProviderTask; id: ProviderId };

/** The providers of the instance, with their terms and counts, and what can be done to each. */
export function ProviderTable({ providers, sorts, actions }: Props) {
  const t = useTranslations("admin");
  const ui = useTranslations("ui");
  const { failure } = useMessages();
  const percent = usePercent();
  const toast = useToast();
  const [open, setOpen] = useState<Open | null>(null);
  // Somebody may have taken it away meanwhile.
  const opened = providers.find(({ id }) => id === open?.id);

  async function sendAgain({ id, ownerEmail }: ProviderRow) {
    const answer = await reach(actions.resend({ providerId: id }));
    if (answer.ok) toast.success(t("list.resent", { email: ownerEmail }));
    else toast.error(t("list.failed"), failure(answer.failure));
  }

  return (
    <>
      <Table
        label={t("list.label")}
        needs="l"
        sorts={[
          { label: t("list.provider"), ...sorts.name },
          { label: t("list.since"), ...sorts.age },
        ]}
      >
        <Thead>
          <Th sort={sorts.name}>{t("list.provider")}</Th>
          <Th>{t("list.status")}</Th>
          <Th numeric>{t("list.members")}</Th>
          <Th numeric>{t("list.clients")}</Th>
          <Th numeric>{t("list.teams")}</Th>
          <Th numeric>{t("list.enterprise")}</Th>
          <Th numeric>{t("list.discount")}</Th>
          <Th sort={sorts.age}>{t("list.since")}</Th>
          <Th tight>
            <VisuallyHidden>{ui("rowOptions")}</VisuallyHidden>
          </Th>
        </Thead>
        <Tbody>
          {providers.map((provider) => {
            const shown = shownNameOf(provider);
            const reason = provider.suspensionReason;
            return (
              <Tr key={provider.id}>
                <Td narrow="lead">
                  <RowName
                    picture={<Avatar id={provider.id} name={shown} kind="organization" />}
                    name={shown}
                    detail={
                      reason ? t("list.reason", { reason }) : provider.name ? provider.ownerEmail : null
                    }
                  />
                </Td>
                <Td>
                  <ProviderBadge {...provider} />
                </Td>
                <Td label={t("list.members")} numeric>
                  {provider.members}
                </Td>
                <Td label={t("list.clients")} numeric>
                  {provider.clients}
                </Td>
                <Td label={t("list.teams")} numeric>
                  <AssignedSeats provider={provider} plan="teams_monthly" />
                </Td>
                <Td label={t("list.enterprise")} numeric>
                  <AssignedSeats provider={provider} plan="enterprise_monthly" />
                </Td>
                <Td label={t("list.discount")} numeric>
                  {percent(provider.discountPercent)}
                </Td>
                <Td>
                  <span className="whitespace-nowrap">
                    <span className="text-muted">
                      {provider.setUpAt ? t("list.setUpOn") : t("list.invitedOn")}
                    </span>{" "}
                    <DateTime value={provider.setUpAt ?? provider.invitedAt} show="date" />
                  </span>
                </Td>
                <Td narrow="end">
                  <ProviderMenu
                    provider={provider}
                    resend={() => void sendAgain(provider)}
                    open={(task) => setOpen({ task, id: provider.id })}
                  />
                </Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
      {open && opened ? (
        <ProviderDialogs task={open.task} provider={opened} actions={actions} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}

function ProviderBadge({ status, state }: Pick<ProviderRow, "status" | "state">) {
  const t = useTranslations("admin.status");
  if (state === "suspended") return <Badge tone="bad">{t("suspended")}</Badge>;
  return status === "pending" ? (
    <Badge tone="warn">{t("pending")}</Badge>
  ) : (
    <Badge tone="ok">{t("ready")}</Badge>
  );
}
