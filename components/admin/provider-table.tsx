"use client";

import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMessages } from "@/components/forms/use-messages";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { IconButton } from "@/components/ui/icon-button";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import { useToast } from "@/components/ui/toast";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { ProviderId } from "@/lib/domain/ids";
import type { Plan } from "@/lib/domain/organization/plans";
import type { ActionResult } from "@/lib/http/result";

type ProviderRow = {
  id: ProviderId;
  name: string | null;
  ownerEmail: string;
  status: "pending" | "created" | "billable";
  state: "enabled" | "suspended";
  clients: number;
  minimums: Partial<Record<Plan, number>>;
  invitedAt: Date;
  setUpAt: Date | null;
};

type Props = {
  providers: ProviderRow[];
  resend: (input: { providerId: string }) => Promise<ActionResult<unknown>>;
};

export function ProviderTable({ providers, resend }: Props) {
  const t = useTranslations("admin");
  const { failure } = useMessages();
  const toast = useToast();

  async function sendAgain({ id, ownerEmail }: ProviderRow) {
    const answer = await resend({ providerId: id }).catch(
      () => ({ ok: false, failure: { code: "unreachable" } }) as const,
    );
    if (answer.ok) toast.success(t("list.resent", { email: ownerEmail }));
    else toast.error(t("list.failed"), failure(answer.failure));
  }

  return (
    <Table label={t("list.label")} needs="l">
      <Thead>
        <Th>{t("list.provider")}</Th>
        <Th>{t("list.status")}</Th>
        <Th numeric>{t("list.clients")}</Th>
        <Th numeric>{t("list.teams")}</Th>
        <Th numeric>{t("list.enterprise")}</Th>
        <Th>{t("list.since")}</Th>
        <Th tight>
          <VisuallyHidden>{t("list.options")}</VisuallyHidden>
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
                  <IconButton
                    size="s"
                    label={t("list.resend", { name: shown })}
                    icon={<Mail />}
                    onClick={() => sendAgain(provider)}
                  />
                ) : null}
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
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
