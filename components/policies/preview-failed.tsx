import { useTranslations } from "next-intl";
import { useMessages } from "@/components/forms/use-messages";
import { FailureCallout } from "@/components/ui/failure-callout";
import type { Failure } from "@/lib/http/result";

/** What saving would do is not known, so that nothing can be saved yet. */
export function PreviewFailed({ failure, askAgain }: { failure: Failure; askAgain: () => void }) {
  const t = useTranslations("policies.preview");
  const { failure: say } = useMessages();
  return (
    <FailureCallout title={t("failed")} onRetry={askAgain}>
      {say(failure)}
    </FailureCallout>
  );
}
