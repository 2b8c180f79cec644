import "server-only";
import { StageAccountRows } from "@/lib/domain/rotation/inputs";
import { personOf, signedInNaming } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { lockOwnRotation } from "@/lib/operations/rotation/internal/own-rotation";
import { rowsOfAccount } from "@/lib/operations/rotation/internal/rows";
import { stageRows } from "@/lib/operations/rotation/internal/stage";

/** Keeps rows of somebody's own account that are sealed anew under their next user key. */
export const stageAccountRows = defineCommand({
  name: "rotation.stage_account_rows",
  input: StageAccountRows,
  access: signedInNaming("each row has to be one of the account's own"),
  async run({ tx, actor, input: { rotationId, rows }, now }) {
    const userId = personOf(actor);
    await lockOwnRotation(tx, userId, { rotationId, organizationId: null });
    await stageRows(tx, rotationId, rowsOfAccount(userId), rows, now);
    return doneUnrecorded({ staged: rows.length }, "nothing has changed yet: the switch is what is recorded");
  },
});
