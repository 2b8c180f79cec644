import "server-only";
import { and, eq } from "drizzle-orm";
import { devices } from "@/db/schema/devices";
import { RenameDevice } from "@/lib/domain/account/inputs";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { doneUnrecorded } from "@/lib/operations/outcome";

/** What somebody calls one of their own devices. Without a name it is called by its kind. */
export const renameDevice = defineCommand({
  name: "account.rename_device",
  input: RenameDevice,
  access: signedIn,
  async run({ tx, actor, input: { deviceId, name }, now }) {
    const [renamed] = await tx
      .update(devices)
      .set({ name, revisedAt: now })
      .where(and(eq(devices.id, deviceId), eq(devices.userId, personOf(actor))))
      .returning({ id: devices.id });
    if (!renamed) throw new NotFound();
    return doneUnrecorded(null, "the name is for its person alone");
  },
});
