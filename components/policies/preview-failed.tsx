import { useTranslations } from "next-intl";
import { useMessages } from "@/components/forms/use-messages";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { Failure } from "@/lib/http/result";

/** What saving would do is not known, so that nothing can be saved yet. */
export function PreviewFailed({ failure, askAgain }: { failure: Failure; askAgain: () => void }) {
  const t = useTranslations("policies.preview");
  const { failure: say } = useMessages();
  return (
    <Callout
      tone="bad"
      title={t("failed")}
      action={
        <Button variant="quiet" size="s" onClick={askAgain}>
          {t("again")}
        </Button>
      }
    >
      {say(failure)}
    </Callout>
  );
}
