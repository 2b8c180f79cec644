"use server";

import { question } from "@/lib/http/action";
import { listProviderEvents } from "@/lib/operations/event/list-provider-events";

export const providerEventsQuestion = question(listProviderEvents);
