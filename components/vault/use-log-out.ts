"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMessages } from "@/components/forms/use-messages";
import { useToast } from "@/components/ui/toast";
import { closeSession } from "@/components/vault/session-requests";
import { useVault } from "@/components/vault/vault-provider";

/**
 * Locks all tabs, ends the session and goes on to log-in. If the session cannot be ended, the vault is locked
 * all the same.
 */
export function useLogOut() {
  const router = useRouter();
  const toast = useToast();
  const { failure } = useMessages();
  const t = useTranslations("ui.account");
  const { lock, forget } = useVault();

  return async (goOn = "/log-in"): Promise<void> => {
    lock();
    forget();
    try {
      const answer = await closeSession();
      if (!answer.ok) {
        toast.error(failure(answer.failure));
        return;
      }
    } catch (error) {
      unstable_rethrow(error);
      toast.error(t("notLoggedOut"), t("notLoggedOutText"));
      return;
    }
    router.replace(goOn);
    router.refresh();
  };
}
