"use client";

import { Mail, Pencil, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { InvitationDialogs } from "@/components/admin/invitation-dialogs";
import type { InvitationActions, ProviderRow } from "@/components/admin/providers";
import { reach } from "@/components/forms/reach";
import { useMessages } from "@/components/forms/use-messages";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import type { MenuEntry } from "@/components/ui/menu";
import { RowMenu } from "@/components/ui/row-menu";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import { useToast } from "@/components/ui/toast";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { ProviderId } from "@/lib/domain/ids";

type Props = {
  providers: ProviderRow[];
  actions: InvitationActions;
};

type Open = { task: "correct" | "withdraw"; id: ProviderId };

/** The providers of the instance; an invitation that nobody has followed can be sent again, changed or withdrawn. */
export function ProviderTable({ providers, actions }: Props) {
  const t = useTranslations("admin");
  const ui = useTranslations("ui");
  const { failure } = useMessages();
  const toast = useToast();
  const [open, setOpen] = useState<Open | null>(null);
  // Somebody may have set it up, or taken it away, meanwhile.
  const opened = providers.find(({ id, status }) => id === open?.id && status === "pending");

  async function sendAgain({ id, ownerEmail }: ProviderRow) {
    const answer = await reach(actions.resend({ providerId: id }));
    if (answer.ok) toast.success(t("list.resent", { email: ownerEmail }));
    else toast.error(t("list.failed"), failure(answer.failure));
  }

  const entriesOf = (provider: ProviderRow): MenuEntry[] => [
    { label: t("list.resend"), icon: <Mail aria-hidden="true" />, onSelect: () => void sendAgain(provider) },
    {
      label: t("list.correct"),
      icon: <Pencil aria-hidden="true" />,
      onSelect: () => setOpen({ task: "correct", id: provider.id }),
    },
    {
      label: t("list.withdraw"),
      icon: <X aria-hidden="true" />,
      tone: "danger",
      divided: true,
      onSelect: () => setOpen({ task: "withdraw", id: provider.id }),
    },
  ];

  return (
    <>
      <Table label={t("list.label")} needs="l">
        <Thead>
          <Th>{t("list.provider")}</Th>
          <Th>{t("list.status")}</Th>
          <Th numeric>{t("list.clients")}</Th>
          <Th numeric>{t("list.teams")}</Th>
          <Th numeric>{t("list.enterprise")}</Th>
          <Th>{t("list.since")}</Th>
          <Th tight>
            <VisuallyHidden>{ui("rowOptions")}</VisuallyHidden>
          </Th>
        </Thead>
        <Tbody>
          {providers.map((provider) => {
            const shown = provider.name || provider.ownerEmail;
            return (
              <Tr key={provider.id}>
                <Td narrow="lead">
                  <RowName
                    picture={<Avatar id={provider.id} name={shown} kind="organization" />}
                    name={shown}
                    detail={provider.name ? provider.ownerEmail : null}
                  />
                </Td>
                <Td>
                  <ProviderBadge {...provider} />
                </Td>
                <Td label={t("list.clients")} numeric>
                  {provider.clients}
                </Td>
                <Td label={t("list.teams")} numeric>
                  {provider.minimums.teams_monthly ?? 0}
                </Td>
                <Td label={t("list.enterprise")} numeric>
                  {provider.minimums.enterprise_monthly ?? 0}
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
                  {provider.status === "pending" ? (
                    <RowMenu label={t("list.options", { name: shown })} entries={entriesOf(provider)} />
                  ) : null}
                </Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
      {open && opened ? (
        <InvitationDialogs
          task={open.task}
          provider={opened}
          actions={actions}
          onClose={() => setOpen(null)}
        />
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
