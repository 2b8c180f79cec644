import { z } from "zod";
import { allow, type Decision, refuse } from "@/lib/domain/decision";
import { ProviderId } from "@/lib/domain/ids";
import { limitedName } from "@/lib/domain/names";

/** Why a provider is suspended, in characters as people count them. */
const reasonLimit = 300;

export const SuspendProvider = z.object({ providerId: ProviderId, reason: limitedName(reasonLimit) });

/** Before a provider is set up, there is nothing to suspend and no price to change: its invitation is withdrawn or changed. */
export const mayBeAdministered = (status: "pending" | "created" | "billable"): Decision =>
  status === "pending" ? refuse("provider_not_set_up") : allow;

/** Whether a provider renames a client, changes its seats or lets it go: not while the client is suspended. */
export const mayChangeClient = (state: "enabled" | "suspended"): Decision =>
  state === "suspended" ? refuse("organization_suspended") : allow;
