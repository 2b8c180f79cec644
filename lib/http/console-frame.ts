import "server-only";
import { cache } from "react";
import { database } from "@/db/index";
import { isVisitUnnoted } from "@/lib/domain/organization/visit";
import { tryLoad } from "@/lib/http/page";
import { execute } from "@/lib/operations/command";
import { getOrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { keepVisit } from "@/lib/operations/visit/keep-visit";
import { currentActor } from "@/lib/session/current-actor";

/**
 * The frame of a client's console, read once a request by the layout and every page of it. A provider's visit
 * counts as in use with it.
 */
export const consoleFrame = cache(async (organizationId: string) => {
  const frame = await tryLoad(getOrganizationFrame, { organizationId });
  const seenAt = frame.ok ? frame.result.visitSeenAt : null;
  if (seenAt && isVisitUnnoted(seenAt, new Date()))
    await execute(database(), keepVisit, await currentActor(), { organizationId });
  return frame;
});
