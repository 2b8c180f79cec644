import "server-only";
import { z } from "zod";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { hasAdministrator } from "@/lib/operations/account/internal/has-administrator";
import { defineCommand } from "@/lib/operations/command";
import { linkOf } from "@/lib/operations/links";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { issueToken } from "@/lib/operations/token/internal/issue-token";

/**
 * Makes the link of the first administrator. An earlier link stops working. If several processes start at once,
 * each makes a link, one after the other, and the last one works.
 */
export const issueSetUpLink = defineCommand({
  name: "admin.issue_set_up_link",
  input: z.object({}),
  access: instanceAdministrators,
  locks: () => [{ whole: "instance" }],
  async run({ tx, now }) {
    const link = (await hasAdministrator(tx))
      ? null
      : linkOf(await issueToken(tx, { purpose: "instance_set_up" }, now));
    return doneUnrecorded({ link }, "nothing of the instance changes until the link is used");
  },
});
