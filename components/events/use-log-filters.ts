import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useOptimistic, useState, useTransition } from "react";
import type { EventView } from "@/components/events/events";
import { instantOf, localMoment } from "@/components/events/local-moment";
import { type ListParams, listAddress } from "@/components/lists/list-address";
import { usePending } from "@/components/ui/pending";
import { useTimeZone } from "@/components/ui/use-time-zone";
import type { LogFilters } from "@/lib/domain/event-log";

export type ShownFilters = Pick<EventView, keyof LogFilters | "client">;
export type Dates = { from: string; to: string };

/**
 * What of a log is chosen and which dates are typed, and what shows it. It stands in the address, so that what was found
 * can be kept and shared.
 */
export function useLogFilters(path: string, query: ListParams, filters: ShownFilters) {
  const router = useRouter();
  const timeZone = useTimeZone();
  const [isPending, startTransition] = useTransition();
  usePending(isPending);

  const [chosen, choose] = useOptimistic({
    kind: filters.kind ?? "",
    actor: filters.actor ?? "",
    client: filters.client ?? "",
  });
  const shown = { from: localMoment(filters.from, timeZone), to: localMoment(filters.to, timeZone) };
  const [typed, setTyped] = useState<Dates | null>(null);
  const dates = typed ?? shown;
  const areTurned = dates.from !== "" && dates.to !== "" && dates.from > dates.to;
  const isStale = dates.from !== shown.from || dates.to !== shown.to;

  function show(change: Partial<typeof chosen>) {
    const address = listAddress(path, query, {
      from: instantOf(dates.from),
      to: instantOf(dates.to),
      ...change,
    });
    startTransition(() => {
      choose({ ...chosen, ...change });
      router.push(address as Parameters<typeof router.push>[0], { scroll: false });
      router.refresh();
      // What was typed meanwhile stays.
      setTyped((now) => (now === typed ? null : now));
    });
  }

  const showDates = useEffectEvent(() => {
    if (isStale) show({});
  });
  // Each key changes the field. So the list waits for a pause, or until the field is left.
  useEffect(() => {
    if (!typed) return;
    const pause = setTimeout(showDates, 800);
    return () => clearTimeout(pause);
  }, [typed]);

  return { chosen, dates, typeDates: setTyped, areTurned, isStale, isPending, show };
}
