import "server-only";
import { and, eq } from "drizzle-orm";
import { blueprints } from "@/db/schema/blueprints";
import type { BlueprintId, ProviderId } from "@/lib/domain/ids";

/** The blueprint of this id, of this provider and no other. */
export const isBlueprint = ({
  providerId,
  blueprintId,
}: {
  providerId: ProviderId;
  blueprintId: BlueprintId;
}) => and(eq(blueprints.providerId, providerId), eq(blueprints.id, blueprintId));
