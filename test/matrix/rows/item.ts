import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { ciphers } from "@/db/schema/ciphers";
import { assignItems } from "@/lib/operations/item/assign-items";
import { createItem } from "@/lib/operations/item/create-item";
import { deleteItems } from "@/lib/operations/item/delete-items";
import { getItemsForApps } from "@/lib/operations/item/get-items-for-apps";
import { getProfileForApps } from "@/lib/operations/item/get-profile-for-apps";
import { listItemsToExport } from "@/lib/operations/item/list-items-to-export";
import { listItemsToReport } from "@/lib/operations/item/list-items-to-report";
import { listOrganizationItems } from "@/lib/operations/item/list-organization-items";
import { markItems } from "@/lib/operations/item/mark-items";
import { recordOrganizationExport } from "@/lib/operations/item/record-organization-export";
import { recordOwnExport } from "@/lib/operations/item/record-own-export";
import { reportItemEvent } from "@/lib/operations/item/report-item-event";
import { restoreItems } from "@/lib/operations/item/restore-items";
import { shareItems } from "@/lib/operations/item/share-items";
import { syncForApps } from "@/lib/operations/item/sync-for-apps";
import { syncMyVault } from "@/lib/operations/item/sync-my-vault";
import { trashItems } from "@/lib/operations/item/trash-items";
import { updateItem } from "@/lib/operations/item/update-item";
import { record } from "@/lib/operations/record";
import { inConsole, ofOneself } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";
import { keyOf, sealedLogin } from "@/test/organization";

const here = ({ organizationId }: Given) => ({ organizationId });
const several = ({ itemId }: Given) => ({ itemIds: [itemId] });

/** Owners and admins reach every item here, the provider's people while they are let in to items. */
const all = ["owner", "admin", "visitors", "custom: edit_any_collection"] as const;
/** Nobody of the provider's takes a client's items along. */
const exporters = inConsole(["owner", "admin", "custom: import_export"]);
const editors = inConsole([...all, "edit", "edit_hidden", "manage"]);

export const rows = [
  row(syncMyVault, ofOneself()).with(() => ({ known: null })),
  row(syncForApps, ofOneself()).with(() => ({})),
  row(getProfileForApps, ofOneself()).with(() => ({})),
  // A vault has what its person was given by name or by a group, whatever else they reach.
  row(
    getItemsForApps,
    inConsole(["view", "view_hidden", "edit", "edit_hidden", "manage"], {
      outside: "not_found",
      key: "not_signed_in",
    }),
  ).with(several),
  row(listOrganizationItems, inConsole(all)).with(({ organizationId, collectionId }) => ({
    organizationId,
    collectionId,
  })),
  row(createItem, editors).with(({ organizationId, collectionId }) => ({
    itemId: randomUUID(),
    organizationId,
    organizationKeyId: keyOf(organizationId),
    collectionIds: [collectionId],
    ...sealedLogin(),
  })),
  row(updateItem, editors).with(({ organizationId, itemId, itemRevisedAt }) => ({
    itemId,
    organizationKeyId: keyOf(organizationId),
    lastKnownRevisionDate: itemRevisedAt,
    ...sealedLogin(),
  })),
  // Nobody of the provider moves their own into a client's vault: their members do.
  row(
    shareItems,
    inConsole(["owner", "admin", "custom: edit_any_collection", "edit", "edit_hidden", "manage"]),
  ).with(async ({ tx, you, organizationId, collectionId, itemId }) => {
    const userId = you.person?.userId;
    const own = userId
      ? await tx
          .insert(ciphers)
          .values({ userId, ...sealedLogin() })
          .returning({ itemId: ciphers.id, lastKnownRevisionDate: ciphers.revisedAt })
      : [{ itemId, lastKnownRevisionDate: new Date() }];
    return {
      organizationId,
      organizationKeyId: keyOf(organizationId),
      collectionIds: [collectionId],
      items: own.map((item) => ({ ...item, ...sealedLogin() })),
    };
  }),
  row(trashItems, editors).with(several),
  // Whose permission hides passwords says nothing of where items are.
  row(assignItems, inConsole([...all, "edit", "manage"])).with((given) => ({
    ...several(given),
    given: [given.collectionId],
    taken: [],
  })),
  row(restoreItems, editors).with(several),
  row(deleteItems, editors).with(async (given) => {
    await given.tx.update(ciphers).set({ deletedAt: new Date() }).where(eq(ciphers.id, given.itemId));
    return several(given);
  }),
  row(markItems, inConsole([...all, "view", "view_hidden", "edit", "edit_hidden", "manage"])).with(
    (given) => ({
      ...several(given),
      isFavorite: true,
    }),
  ),
  row(recordOwnExport, ofOneself()).with(() => ({ format: "json" })),
  row(recordOrganizationExport, exporters).with((given) => ({ ...here(given), format: "json" })),
  row(listItemsToExport, exporters).with(async (given) => {
    const { organizationId, you } = given;
    const event = {
      type: "organization.exported_vault" as const,
      organizationId,
      details: { format: "json" as const },
    };
    await record(given.tx, you.actor, [event], {}, new Date());
    return here(given);
  }),
  row(listItemsToReport, inConsole(["owner", "admin", "visitors", "custom: reports"])).with(here),
  // Whose permission hides passwords copies none.
  row(reportItemEvent, inConsole([...all, "view", "edit", "manage"])).with(({ itemId }) => ({
    itemId,
    what: "password_copied",
  })),
];
