"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { DeviceMenu } from "@/components/account/device-menu";
import { useAct } from "@/components/forms/use-act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { RowName } from "@/components/ui/row-name";
import { Td, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import type { DeviceTarget, RenameDevice } from "@/lib/domain/account/inputs";
import type { Act } from "@/lib/http/result";
import type { ListedSession } from "@/lib/operations/account/list-sessions";

export type SessionActions = {
  end: Act<{ sessionId: string }>;
  rename: Act<z.input<typeof RenameDevice>>;
  forget: Act<z.input<typeof DeviceTarget>>;
};

type Props = { session: ListedSession; actions: SessionActions };

/** A session and its device, or a device that is only remembered. The present session is ended by logging out. */
export function SessionRow({ session, actions }: Props) {
  const t = useTranslations("account.sessions");
  const devices = useTranslations("account.devices");
  const toast = useToast();
  const { act, busy } = useAct();
  const { id, deviceName, deviceType, isRemembered, ip, createdAt, lastSeenAt, current } = session;
  const device = deviceName ?? devices(deviceType);
  const endThis = (sessionId: string) =>
    act(
      () => actions.end({ sessionId }),
      () => toast.success(t("ended")),
    );
  return (
    <Tr>
      <Td narrow="lead">
        <RowName
          name={device}
          detail={deviceName ? devices(deviceType) : null}
          badge={
            <>
              {current ? <Badge tone="ok">{t("current")}</Badge> : null}
              {id === null ? <Badge tone="neutral">{t("loggedOut")}</Badge> : null}
              {isRemembered ? <Badge tone="info">{t("remembered")}</Badge> : null}
            </>
          }
        />
      </Td>
      <Td>{id === null ? "–" : (ip ?? t("unknownAddress"))}</Td>
      <Td narrow="hidden">{createdAt ? <DateTime value={createdAt} /> : "–"}</Td>
      <Td label={t("lastSeen")}>
        <DateTime value={lastSeenAt} />
      </Td>
      <Td narrow="end">
        <div className="flex items-center justify-end gap-2">
          {current || id === null ? null : (
            <Button
              variant="quiet"
              size="s"
              busy={busy}
              aria-label={t("endOf", { device })}
              onClick={() => endThis(id)}
            >
              <span className="whitespace-nowrap">{t("end")}</span>
            </Button>
          )}
          <DeviceMenu session={session} device={device} actions={actions} />
        </div>
      </Td>
    </Tr>
  );
}
