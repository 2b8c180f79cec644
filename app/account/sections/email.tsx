import { getTranslations } from "next-intl/server";
import {
  changeEmailAction,
  mailOwnCodeAction,
  requestEmailVerificationAction,
  startEmailChangeAction,
} from "@/app/account/actions";
import { askOpenInvitations, askPasskey } from "@/app/questions";
import { EmailAddress } from "@/components/account/email-address";
import { Card } from "@/components/ui/card";

export async function EmailSection({ email, verified }: { email: string; verified: boolean }) {
  const t = await getTranslations("account");
  return (
    <Card title={t("email.title")}>
      <EmailAddress
        email={email}
        verified={verified}
        request={requestEmailVerificationAction}
        change={{
          start: startEmailChangeAction,
          change: changeEmailAction,
          askPasskey,
          mailOwnCode: mailOwnCodeAction,
        }}
        askInvitations={askOpenInvitations}
      />
    </Card>
  );
}
