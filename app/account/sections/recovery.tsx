import { getTranslations } from "next-intl/server";
import {
  enrolInRecoveryAction,
  takeBackRecoveryAction,
  withdrawFromRecoveryAction,
} from "@/app/(portal)/organizations/[organizationId]/recovery/actions";
import { proveMasterPasswordAction } from "@/app/account/actions";
import { askOrganizationKey } from "@/app/questions";
import { MyRecoveriesList } from "@/components/recovery/my-recoveries";
import { Card } from "@/components/ui/card";
import type { MyRecoveries } from "@/lib/operations/recovery/list-my-recoveries";

/** Nothing where no organization recovers accounts. */
export async function RecoverySection({ recoveries }: { recoveries: MyRecoveries }) {
  if (recoveries.length === 0) return null;
  const t = await getTranslations("recovery");
  return (
    <div id="recovery" className="scroll-mt-4">
      <Card title={t("title")}>
        <MyRecoveriesList
          recoveries={recoveries}
          actions={{
            prove: proveMasterPasswordAction,
            getKey: askOrganizationKey,
            enrol: enrolInRecoveryAction,
            withdraw: withdrawFromRecoveryAction,
            takeBack: takeBackRecoveryAction,
          }}
        />
      </Card>
    </div>
  );
}
