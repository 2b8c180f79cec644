import "server-only";
import { z } from "zod";
import type { Database, Tx } from "@/db/client";
import { users } from "@/db/schema/users";
import { operatorActor } from "@/lib/domain/actor";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { defineCommand, execute } from "@/lib/operations/command";
import { linkOf } from "@/lib/operations/links";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { issueToken } from "@/lib/operations/token/issue-token";

/** Makes the link of the first account, which works for 24 hours, and puts earlier ones out of use. */
export const issueSetUpLink = defineCommand({
  name: "admin.issue_set_up_link",
  input: z.object({}),
  access: instanceAdministrators,
  async run({ tx, now }) {
    const [somebody] = await tx.select({ id: users.id }).from(users).limit(1);
    const link = somebody ? null : linkOf(await issueToken(tx, { purpose: "instance_set_up" }, now));
    return doneUnrecorded({ link }, "nothing of the instance changes until the link is used");
  },
});

/** The address that makes the instance administrator, or null once there are accounts. */
export async function ensureSetUpLink(db: Database | Tx): Promise<string | null> {
  const { link } = await execute(db, issueSetUpLink, operatorActor(), {});
  return link;
}
