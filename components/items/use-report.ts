"use client";

import { useRouter } from "next/navigation";
import { useMessages } from "@/components/forms/use-messages";
import type { ItemActions } from "@/components/items/item";
import { useToast } from "@/components/ui/toast";
import type { ReportedEvent } from "@/lib/domain/item/inputs";
import { type Refusal, refusals } from "@/lib/domain/refusal";
import type { Failure } from "@/lib/http/result";

/** Whether the server has said no for good, as against having had no time or no answer. */
const isRefused = ({ code }: Failure): boolean =>
  code in refusals && refusals[code as Refusal].again !== "later";

/**
 * Tells the log what was done with an item. A report that does not arrive keeps nobody from their password. One that
 * is refused says that the item is not theirs to open any more: it is put away, and the page shows what is.
 */
export function useReport(report: ItemActions["report"], putAway: (itemId: string) => void) {
  const router = useRouter();
  const toast = useToast();
  const { failure } = useMessages();
  return (itemId: string, what: ReportedEvent): void => {
    report({ itemId, what }).then(
      (answer) => {
        if (answer.ok || !isRefused(answer.failure)) return;
        putAway(itemId);
        toast.error(failure(answer.failure));
        router.refresh();
      },
      () => undefined,
    );
  };
}
