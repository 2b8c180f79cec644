"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { unanswered } from "@/components/forms/unanswered";
import { useMessages } from "@/components/forms/use-messages";
import { isShownByGoingBack } from "@/components/shell/went-back";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FailureState } from "@/components/ui/failure-state";
import { LinkButton } from "@/components/ui/link-button";
import { Spinner } from "@/components/ui/spinner";
import type { ActionResult, Failure } from "@/lib/http/result";

type Props = {
  organizationId: string;
  enter: (input: { organizationId: string }) => Promise<ActionResult<null>>;
};

/**
 * Begins the visit and shows the page again. The browser does this once the page is shown, so that a link that
 * is only fetched ahead does not enter a client. Somebody who goes back to a client that they have left is
 * asked first.
 */
export function EnterClient({ organizationId, enter }: Props) {
  const t = useTranslations("visits");
  const { failure: say } = useMessages();
  const router = useRouter();
  const [failure, setFailure] = useState<Failure | null>(null);
  const begun = useRef(false);
  const [isAsked, setAsked] = useState(isShownByGoingBack);

  async function begin() {
    setAsked(false);
    setFailure(null);
    try {
      const answer = await enter({ organizationId });
      if (answer.ok) router.refresh();
      else setFailure(answer.failure);
    } catch (error) {
      setFailure(unanswered(error));
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is shown
  useEffect(() => {
    if (begun.current || isAsked) return;
    begun.current = true;
    void begin();
  }, []);

  return (
    <main id="main" className="grid min-h-dvh place-items-center">
      {failure ? (
        <FailureState
          title={t("notEntered")}
          onRetry={() => void begin()}
          {...(failure.id ? { id: failure.id } : {})}
        >
          {say(failure)}
        </FailureState>
      ) : isAsked ? (
        <EmptyState
          alone
          illustration="lost"
          title={t("left")}
          action={
            <div className="flex flex-wrap justify-center gap-2.5">
              <Button onClick={() => void begin()}>{t("enterAgain")}</Button>
              <LinkButton href="/" variant="quiet">
                {t("back")}
              </LinkButton>
            </div>
          }
        >
          {t("leftText")}
        </EmptyState>
      ) : (
        <p role="status" className="flex items-center gap-3 text-muted">
          <Spinner />
          {t("entering")}
        </p>
      )}
    </main>
  );
}
