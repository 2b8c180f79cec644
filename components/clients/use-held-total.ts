import { useRef } from "react";
import type { SeatTotal } from "@/components/clients/clients";

/**
 * The seats of a plan as they were before the change that is being sent. Once it is done, the page has counted it: a
 * forecast on the new numbers would count it twice, as long as the dialog is still to be seen.
 */
export function useHeldTotal(total: SeatTotal, isSent: boolean): SeatTotal {
  const before = useRef(total);
  if (!isSent) before.current = total;
  return before.current;
}
