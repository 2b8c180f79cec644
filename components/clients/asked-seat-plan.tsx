import { SeatPlan } from "@/components/clients/seat-plan";
import type { useSeatsNow } from "@/components/clients/use-seats-now";
import { useMessages } from "@/components/forms/use-messages";
import { Callout } from "@/components/ui/callout";
import { Spinner } from "@/components/ui/spinner";
import type { plannedSeats } from "@/lib/domain/provider/bulk-seats";

type Props = {
  asked: ReturnType<typeof useSeatsNow>["asked"];
  planned: ReturnType<typeof plannedSeats> | null;
  mayPurchase: boolean;
  /** Why it was not done. */
  problem: string | null;
};

/** What a change of several clients' seats comes to by the numbers of now, once they are here. */
export function AskedSeatPlan({ asked, planned, mayPurchase, problem }: Props) {
  const { failure } = useMessages();
  return (
    <>
      {asked.state === "asking" ? <Spinner /> : null}
      {asked.state === "failed" ? <Callout tone="bad" title={failure(asked.failure)} /> : null}
      {planned && asked.state === "here" ? (
        <SeatPlan planned={planned} seats={asked.seats} mayPurchase={mayPurchase} />
      ) : null}
      {problem ? <Callout role="alert" tone="bad" title={problem} /> : null}
    </>
  );
}
