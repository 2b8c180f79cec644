import { getTranslations } from "next-intl/server";
import {
  beginAccountRotationAction,
  cancelAccountRotationAction,
  finishAccountRotationAction,
  stageAccountRowsAction,
} from "@/app/account/actions";
import { askAccountRotationRows, askOrganizationKey } from "@/app/questions";
import { AccountKeyCard } from "@/components/rotation/account-key-card";
import { Card } from "@/components/ui/card";
import type { AccountRotation } from "@/lib/operations/rotation/get-account";

export async function KeySection({ state }: { state: AccountRotation }) {
  const t = await getTranslations("rotation");
  return (
    <Card title={t("title")}>
      <AccountKeyCard
        state={state}
        actions={{
          getOrganizationKey: askOrganizationKey,
          begin: beginAccountRotationAction,
          rows: askAccountRotationRows,
          stage: stageAccountRowsAction,
          finish: finishAccountRotationAction,
          cancel: cancelAccountRotationAction,
        }}
      />
    </Card>
  );
}
