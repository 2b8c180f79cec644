import type { z } from "zod";
import type { ApplyActions } from "@/components/blueprints/blueprint-actions";
import type { ClientActions } from "@/components/clients/client-actions";
import type { BlueprintRef } from "@/lib/domain/blueprint/inputs";
import type { GetClientJob, RetryClientJob, SettleClientJob } from "@/lib/domain/provider/client-jobs";
import type { Act } from "@/lib/http/result";
import type { ServedBlueprint } from "@/lib/operations/blueprint/get-blueprint";
import type { ClientJob } from "@/lib/operations/client-job/get-client-job";

export type JobActions = { retry: Act<z.input<typeof RetryClientJob>>; askSeats: ClientActions["askSeats"] };

export type SettleAction = Act<z.input<typeof SettleClientJob>>;

/** What it takes to carry out a job in the browser. */
export type CarryOutActions = ApplyActions & {
  settle: SettleAction;
  getJob: Act<z.input<typeof GetClientJob>, ClientJob>;
  getBlueprint: Act<z.input<typeof BlueprintRef>, ServedBlueprint>;
};
