"use server";

import { action } from "@/lib/http/action";
import { correctClient } from "@/lib/operations/client/correct-client";
import { createClient } from "@/lib/operations/client/create-client";
import { linkClient } from "@/lib/operations/client/link-client";
import { renameClient } from "@/lib/operations/client/rename-client";
import { setClientSeats } from "@/lib/operations/client/set-client-seats";
import { unlinkClient } from "@/lib/operations/client/unlink-client";

export const createClientAction = action(createClient);
export const correctClientAction = action(correctClient);
export const renameClientAction = action(renameClient);
export const setClientSeatsAction = action(setClientSeats);
export const linkClientAction = action(linkClient);
export const unlinkClientAction = action(unlinkClient);
