"use client";

import { useTranslations } from "next-intl";
import { LanguageLinks } from "@/components/language/language-links";
import { AuthFrame } from "@/components/shell/auth-frame";
import { Button } from "@/components/ui/button";
import { SessionEnded } from "@/components/vault/session-ended";
import { UnlockForm } from "@/components/vault/unlock-form";
import { useLogOut } from "@/components/vault/use-log-out";
import { useUnlock } from "@/components/vault/use-unlock";

/** The whole page, for pages that are nothing without keys. */
export function UnlockPanel() {
  const t = useTranslations("common");
  const unlock = useUnlock();
  const logOut = useLogOut();
  return (
    <AuthFrame
      title={t("vault.panelTitle")}
      // A no-break space keeps the line while the address is on its way.
      subtitle={unlock.email ? t("vault.signedInAs", { email: unlock.email }) : "\u00a0"}
      foot={
        <>
          <Button variant="link" size="s" onClick={() => logOut()}>
            {t("logOut")}
          </Button>
          <LanguageLinks />
        </>
      }
    >
      {unlock.hasNobody ? <SessionEnded /> : <UnlockForm unlock={unlock} size="l" />}
    </AuthFrame>
  );
}
