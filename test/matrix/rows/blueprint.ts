import { randomUUID } from "node:crypto";
import { blueprints } from "@/db/schema/blueprints";
import { BlueprintId } from "@/lib/domain/ids";
import { applyBlueprint } from "@/lib/operations/blueprint/apply-blueprint";
import { deleteBlueprint } from "@/lib/operations/blueprint/delete-blueprint";
import { getBlueprint } from "@/lib/operations/blueprint/get-blueprint";
import { getClientState } from "@/lib/operations/blueprint/get-client-state";
import { listBlueprints } from "@/lib/operations/blueprint/list-blueprints";
import { renameBlueprint } from "@/lib/operations/blueprint/rename-blueprint";
import { saveBlueprint } from "@/lib/operations/blueprint/save-blueprint";
import { ask } from "@/lib/operations/query";
import { inPortal } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";
import { keyOf } from "@/test/organization";
import { sealedText } from "@/test/people";

const everyUser = inPortal(["staff"]);
const admins = inPortal(["provider admin"]);
/** Both rights at once: somebody of the team, and in the client. */
const visitors = inPortal(["visitors"], { outside: "client_not_entered" });

async function aBlueprint({ tx, providerId }: Given) {
  const blueprintId = BlueprintId.parse(randomUUID());
  await tx
    .insert(blueprints)
    .values({ id: blueprintId, providerId, name: sealedText(2), content: sealedText(9) });
  return { providerId, blueprintId };
}

/** The last part of a blueprint that has nothing in it, for the client as it is. */
async function lastPart(given: Given) {
  const { tx, organizationId, team } = given;
  const of = await aBlueprint(given);
  const { providerId } = of;
  const { mark } = await ask(tx, getClientState, team.boss.actor, { providerId, organizationId });
  const nothing = { collections: [], groups: [], cells: [], switches: null };
  return { ...of, organizationId, organizationKeyId: keyOf(organizationId), mark, ...nothing, isLast: true };
}

export const rows = [
  row(listBlueprints, everyUser).with(({ providerId }) => ({ providerId })),
  row(getBlueprint, everyUser).with(aBlueprint),
  row(saveBlueprint, admins).with(({ providerId }) => ({
    providerId,
    blueprintId: randomUUID(),
    name: sealedText(2),
    content: sealedText(9),
  })),
  row(renameBlueprint, admins).with(async (given) => ({
    ...(await aBlueprint(given)),
    name: sealedText(3),
  })),
  row(deleteBlueprint, admins).with(aBlueprint),
  row(getClientState, visitors).with(({ providerId, organizationId }) => ({ providerId, organizationId })),
  row(applyBlueprint, visitors).with(lastPart),
];
