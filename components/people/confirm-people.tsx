"use client";

import { useTranslations } from "next-intl";
import { useMessages } from "@/components/forms/use-messages";
import { ConfirmPeopleForm } from "@/components/people/confirm-people-form";
import { shownName } from "@/components/people/shown-name";
import { type HandOver, useConfirmation } from "@/components/people/use-confirmation";
import { type AskPeople, usePhrases } from "@/components/people/use-phrases";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";

type Props<Sealed> = {
  /** Whose key is handed over. */
  keyOf: "provider" | "organization";
  /** Those chosen. Who cannot be confirmed any more is left out. */
  chosen: readonly { id: string; name: string | null; email: string }[];
  ask: AskPeople;
  handOver: HandOver<Sealed>;
  onClose: () => void;
};

/**
 * The one dialog that hands a key over: for each person the phrase of the very key that is sealed to, that it
 * was compared, and then the sealing.
 */
export function ConfirmPeople<Sealed>({ keyOf, chosen, ask, handOver, onClose }: Props<Sealed>) {
  const t = useTranslations("people.confirm");
  const ui = useTranslations("ui");
  const { failure } = useMessages();
  const { phrases, reload } = usePhrases(
    chosen.map(({ id }) => id),
    ask,
    onClose,
  );
  const confirmation = useConfirmation(handOver);
  const [first] = chosen;
  const isAlone = chosen.length === 1 && first !== undefined;

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={isAlone ? t("title", { name: shownName(first) }) : t("titleMany", { count: chosen.length })}
      held={confirmation.isBusy}
    >
      {phrases.status === "loading" ? <Skeleton height="46px" /> : null}
      {phrases.status === "failed" ? (
        <Callout
          tone="bad"
          title={failure(phrases.failure)}
          action={
            <Button variant="quiet" size="s" onClick={() => void reload()}>
              {ui("tryAgain")}
            </Button>
          }
        />
      ) : null}
      {phrases.status === "ready" ? (
        <ConfirmPeopleForm
          keyOf={keyOf}
          people={phrases.people}
          confirmation={confirmation}
          onClose={onClose}
        />
      ) : null}
    </Dialog>
  );
}
