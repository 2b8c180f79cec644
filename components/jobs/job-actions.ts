import type { z } from "zod";
import type { ClientActions } from "@/components/clients/client-actions";
import type { RetryClientJob } from "@/lib/domain/provider/client-jobs";
import type { Act } from "@/lib/http/result";

export type JobActions = { retry: Act<z.input<typeof RetryClientJob>>; askSeats: ClientActions["askSeats"] };
