"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/forms/use-act";
import { useAsked } from "@/components/forms/use-asked";
import type { EnrolActions } from "@/components/recovery/enrol-where-owed";
import type { RecoveryActions } from "@/components/recovery/recovery-actions";
import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import { DateTime } from "@/components/ui/date-time";
import { useToast } from "@/components/ui/toast";

const noValues = {};

type Props = { list: EnrolActions["list"]; takeBack: RecoveryActions["takeBack"] };

/** Says over every page that a recovery of one's own account was asked for, with what refuses it. */
export function RecoveryAsked({ list, takeBack }: Props) {
  const t = useTranslations("recovery.byPolicy");
  const inMine = useTranslations("recovery.mine");
  const toast = useToast();
  const { act, busy } = useAct();
  const { answer, askAgain } = useAsked(useAskMine(list));
  const asked = answer?.ok
    ? answer.result.flatMap(({ askedFor, ...mine }) => (askedFor ? { ...mine, ...askedFor } : []))
    : [];
  if (asked.length === 0) return null;

  return (
    <section aria-label={t("askedLabel")}>
      {asked.map(({ organizationId, memberId, name, askedBy, askedAt, readyAt }) => (
        <div key={organizationId} role="alert">
          <Banner
            tone="bad"
            action={
              <>
                <button
                  type="button"
                  className="hover:underline"
                  aria-busy={busy || undefined}
                  onClick={() =>
                    void act(
                      () => takeBack({ organizationId, memberId, askedBy, askedAt }),
                      () => {
                        toast.success(t("takenBack"));
                        askAgain();
                      },
                    )
                  }
                >
                  {inMine("takeBack")}
                </button>
                <AppLink href="/account#recovery" className="text-link hover:underline">
                  {t("see")}
                </AppLink>
              </>
            }
          >
            {t.rich("asked", {
              organization: name,
              at: () => <DateTime value={readyAt} show="date and time" />,
            })}
          </Banner>
        </div>
      ))}
    </section>
  );
}

/** The first function given: a page that is rendered again brings another one that asks the same. */
function useAskMine(list: EnrolActions["list"]) {
  const [ask] = useState(() => () => list(noValues));
  return ask;
}
