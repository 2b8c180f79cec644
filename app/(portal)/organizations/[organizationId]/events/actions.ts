"use server";

import { question } from "@/lib/http/action";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";

export const organizationEventsQuestion = question(listOrganizationEvents);
