"use server";

import { action, question } from "@/lib/http/action";
import { correctClient } from "@/lib/operations/client/correct-client";
import { createClient } from "@/lib/operations/client/create-client";
import { renameClient } from "@/lib/operations/client/rename-client";
import { setClientSeats } from "@/lib/operations/client/set-client-seats";
import { getProviderKey } from "@/lib/operations/provider/get-provider-key";

const clientsPage = ({ providerId }: { providerId: string }) => [`/providers/${providerId}/clients`];

export const createClientAction = action(createClient, { stale: clientsPage });
export const correctClientAction = action(correctClient, { stale: clientsPage });
export const renameClientAction = action(renameClient, { stale: clientsPage });
export const setClientSeatsAction = action(setClientSeats, { stale: clientsPage });
export const providerKeyQuestion = question(getProviderKey);
