"use client";

import { useTranslations } from "next-intl";
import { useMessages } from "@/components/forms/use-messages";
import { ConfirmPeopleForm } from "@/components/people/confirm-people-form";
import { shownName } from "@/components/people/shown-name";
import { type HandOver, useConfirmation } from "@/components/people/use-confirmation";
import { type AskPeople, usePhrases } from "@/components/people/use-phrases";
import { Dialog } from "@/components/ui/dialog";
import { FailureCallout } from "@/components/ui/failure-callout";
import { Skeleton } from "@/components/ui/skeleton";
import { mayBeConfirmed } from "@/lib/domain/invitation";
import type { OrganizationMemberStatus } from "@/lib/domain/organization/member";

type Status = OrganizationMemberStatus;

type Props<Sealed> = {
  /** Whose key is handed over. */
  keyOf: "provider" | "organization";
  /** Those chosen. Who does not wait to be confirmed is told, with the reason. */
  chosen: readonly {
    id: string;
    name: string | null;
    email: string;
    status: Status;
    accessEnded?: boolean;
  }[];
  /** All who wait are meant, wherever they are listed: they come as many at a time as are confirmed at once. */
  all?: { count: number };
  ask: AskPeople;
  handOver: HandOver<Sealed>;
  onClose: () => void;
};

/**
 * The one dialog that hands a key over: for each person the phrase of the very key that is sealed to, that it
 * was compared, and then the sealing.
 */
export function ConfirmPeople<Sealed>({ keyOf, chosen, all, ask, handOver, onClose }: Props<Sealed>) {
  const t = useTranslations("people.confirm");
  const { failure } = useMessages();
  const { phrases, reload } = usePhrases(all ? null : chosen.map(({ id }) => id), ask, onClose);
  const confirmation = useConfirmation(handOver);
  const waiting = chosen.filter((person) => mayBeConfirmed(person).allowed);
  const [first] = waiting;
  const isAlone = !all && waiting.length === 1 && first !== undefined;
  const count = all?.count ?? waiting.length;

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={isAlone ? t("title", { name: shownName(first) }) : t("titleMany", { count })}
      held={confirmation.isBusy}
    >
      <LeftOut people={chosen} />
      {phrases.status === "loading" ? <Skeleton height="46px" /> : null}
      {phrases.status === "failed" ? (
        <FailureCallout title={failure(phrases.failure)} onRetry={() => void reload()} />
      ) : null}
      {phrases.status === "ready" ? (
        <ConfirmPeopleForm
          // Each lot begins with nobody compared.
          key={phrases.people[0]?.memberId}
          keyOf={keyOf}
          people={phrases.people}
          confirmation={confirmation}
          total={count}
          {...(all && { onMore: reload })}
          onClose={onClose}
        />
      ) : null}
    </Dialog>
  );
}

/** Who was chosen and does not wait to be confirmed, and why. */
function LeftOut({ people }: { people: Props<unknown>["chosen"] }) {
  const ui = useTranslations("ui");
  const { failure } = useMessages();
  const others = people.flatMap((person) => {
    const decision = mayBeConfirmed(person);
    return decision.allowed ? [] : [{ id: person.id, name: shownName(person), code: decision.refusal }];
  });
  if (others.length === 0) return null;
  return (
    <ul className="mb-4 flex flex-col gap-1 text-label text-warn">
      {others.map(({ id, name, code }) => (
        <li key={id}>{ui("failedFor", { name, reason: failure({ code }) })}</li>
      ))}
    </ul>
  );
}
