"use client";

import { useTranslations } from "next-intl";
import { type EndOtherSessions, LogOutEverywhere } from "@/components/account/log-out-everywhere";
import { type SessionActions, SessionRow } from "@/components/account/session-row";
import { Table, Tbody, Thead } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { ListedSession } from "@/lib/operations/account/list-sessions";

type Props = { sessions: ListedSession[]; actions: SessionActions; endOthers: EndOtherSessions };

/** Where the account is logged in or remembered. An ended session stops at its very next request. */
export function SessionsList({ sessions, actions, endOthers }: Props) {
  const t = useTranslations("account.sessions");
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="me-auto font-semibold text-section">{t("title")}</h2>
        {sessions.filter(({ id }) => id !== null).length > 1 ? (
          <LogOutEverywhere endOthers={endOthers} />
        ) : null}
      </div>
      <Table label={t("label")} inset={0}>
        <Thead>
          <Th>{t("device")}</Th>
          <Th>{t("address")}</Th>
          <Th>{t("since")}</Th>
          <Th>{t("lastSeen")}</Th>
          <Th tight>
            <VisuallyHidden>{t("end")}</VisuallyHidden>
          </Th>
        </Thead>
        <Tbody>
          {sessions.map((session) => (
            <SessionRow key={session.id ?? session.deviceId} session={session} actions={actions} />
          ))}
        </Tbody>
      </Table>
    </section>
  );
}
