"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { isServerReady } from "@/components/vault/is-server-ready";

/** How often it is tried whether the server is back, in milliseconds: the first time, and at most. */
const [soon, seldom] = [5_000, 300_000];

/** Says that a vault is the one that this device kept, and asks for it anew once the server answers. */
export function KeptVaultNotice({ at }: { at: number }) {
  const t = useTranslations("vault.kept");
  const router = useRouter();

  useEffect(() => {
    let pause = soon;
    let timer = 0;
    let isOver = false;
    const look = async () => {
      const isReady = await isServerReady();
      if (isReady) router.refresh();
      // One that is ready and gives no vault all the same is not asked for it by every tab all the time.
      pause = isReady ? Math.min(2 * pause, seldom) : soon;
      wait();
    };
    const wait = () => {
      window.clearTimeout(timer);
      if (!isOver) timer = window.setTimeout(() => void look(), pause * (0.75 + Math.random() / 2));
    };
    const isBack = () => void look();
    wait();
    window.addEventListener("online", isBack);
    return () => {
      isOver = true;
      window.clearTimeout(timer);
      window.removeEventListener("online", isBack);
    };
  }, [router]);

  return (
    <Callout tone="warn" title={t("title")}>
      {t.rich("text", { when: () => <DateTime value={new Date(at)} /> })}
    </Callout>
  );
}
