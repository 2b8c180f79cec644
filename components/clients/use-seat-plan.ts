import type { ClientActions } from "@/components/clients/client-actions";
import { useSeatsNow } from "@/components/clients/use-seats-now";
import { changedSeats, plannedSeats } from "@/lib/domain/provider/bulk-seats";
import type { SeatChange } from "@/lib/domain/provider/client-jobs";

type Given = {
  providerId: string;
  organizationIds: readonly string[];
  /** Null while nothing is typed that could be done. */
  change: SeatChange | null;
  mayPurchase: boolean;
  askSeats: ClientActions["askSeats"];
};

/** What a change of several clients' seats comes to by the numbers of now, and for how many of them it changes any. */
export function useSeatPlan({ providerId, organizationIds, change, mayPurchase, askSeats }: Given) {
  const { asked, askAgain } = useSeatsNow(providerId, organizationIds, askSeats);
  const planned =
    asked.state === "here" && change
      ? plannedSeats({ ...asked.seats, change, purchases: mayPurchase })
      : null;
  return { asked, askAgain, planned, count: planned ? changedSeats(planned.rows).length : 0 };
}
