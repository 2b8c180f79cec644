"use client";

import { useTranslations } from "next-intl";
import { useAct } from "@/components/forms/use-act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { RowName } from "@/components/ui/row-name";
import { Td, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import type { DeviceType } from "@/lib/domain/device";
import type { ActionResult } from "@/lib/http/result";

export type ListedSession = {
  id: string;
  deviceType: DeviceType;
  ip: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  current: boolean;
};

export type EndSession = (input: { sessionId: string }) => Promise<ActionResult<null>>;

/** One session. The present one has no button, because logging out ends it. */
export function SessionRow({ session, end }: { session: ListedSession; end: EndSession }) {
  const t = useTranslations("account.sessions");
  const devices = useTranslations("account.devices");
  const toast = useToast();
  const { act, busy } = useAct();
  const { id, deviceType, ip, createdAt, lastSeenAt, current } = session;
  const device = devices(deviceType);
  const endThis = () =>
    act(
      () => end({ sessionId: id }),
      () => toast.success(t("ended")),
    );
  return (
    <Tr>
      <Td narrow="lead">
        <RowName name={device} badge={current ? <Badge tone="ok">{t("current")}</Badge> : null} />
      </Td>
      <Td>{ip ?? t("unknownAddress")}</Td>
      <Td narrow="hidden">
        <DateTime value={createdAt} />
      </Td>
      <Td label={t("lastSeen")}>
        <DateTime value={lastSeenAt} />
      </Td>
      <Td narrow="end">
        {current ? null : (
          <Button variant="quiet" size="s" busy={busy} aria-label={t("endOf", { device })} onClick={endThis}>
            <span className="whitespace-nowrap">{t("end")}</span>
          </Button>
        )}
      </Td>
    </Tr>
  );
}
