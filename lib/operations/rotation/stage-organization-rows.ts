import "server-only";
import { StageOrganizationRows } from "@/lib/domain/rotation/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { inOrganization } from "@/lib/operations/organization/access";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { expectPlacesKept } from "@/lib/operations/rotation/internal/expect-places-kept";
import { lockOwnRotation } from "@/lib/operations/rotation/internal/own-rotation";
import { rowsOfOrganization } from "@/lib/operations/rotation/internal/rows";
import { stageRows } from "@/lib/operations/rotation/internal/stage";

/**
 * Keeps rows of an organization that are sealed anew under its next key. Nobody is served them before the switch.
 *
 * @throws {Refused} `owner_needs_key`
 */
export const stageOrganizationRows = defineCommand({
  name: "rotation.stage_organization_rows",
  input: StageOrganizationRows,
  access: inOrganization.rotate_key,
  async run({ tx, actor, input: { organizationId, rotationId, rows }, now }) {
    const { forProvider } = await lockOwnRotation(tx, personOf(actor), { rotationId, organizationId });
    await stageRows(tx, rotationId, rowsOfOrganization({ organizationId, forProvider }), rows, now);
    await expectPlacesKept(tx, { organizationId, rotationId, forProvider });
    return doneUnrecorded({ staged: rows.length }, "nothing has changed yet: the switch is what is recorded");
  },
});
