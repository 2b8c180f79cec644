"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";

/** How often it is tried whether the server is back, in milliseconds. */
const pause = 5_000;

/** Says that a vault is the one that this device kept, and asks for it anew once the server answers. */
export function KeptVaultNotice({ at }: { at: number }) {
  const t = useTranslations("vault.kept");
  const router = useRouter();

  useEffect(() => {
    const look = async () => {
      const answer = await fetch("/api/ready", { cache: "no-store" }).catch(() => null);
      if (answer?.ok) router.refresh();
    };
    const timer = window.setInterval(() => void look(), pause);
    window.addEventListener("online", look);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("online", look);
    };
  }, [router]);

  return (
    <Callout tone="warn" title={t("title")}>
      {t.rich("text", { when: () => <DateTime value={new Date(at)} /> })}
    </Callout>
  );
}
