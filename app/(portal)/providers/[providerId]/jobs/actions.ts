"use server";

import { action } from "@/lib/http/action";
import { beginClientJob } from "@/lib/operations/client-job/begin-client-job";
import { retryClientJob } from "@/lib/operations/client-job/retry-client-job";
import { settleClientJob } from "@/lib/operations/client-job/settle-client-job";

export const beginClientJobAction = action(beginClientJob);
export const retryClientJobAction = action(retryClientJob);
export const settleClientJobAction = action(settleClientJob);
