import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database, Tx } from "@/db/client";
import type { OperatorActor } from "@/lib/domain/actor";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { hasAdministrator } from "@/lib/operations/account/has-administrator";
import { defineCommand, execute } from "@/lib/operations/command";
import { linkOf } from "@/lib/operations/links";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { issueToken } from "@/lib/operations/token/issue-token";

/** Any number that nothing else in this database locks. */
const setUpLock = 7_263_548_020;

/**
 * Makes the link of the first administrator and puts the earlier one out of use. Of several processes that
 * start at once each makes its own, one after the other, so that one is left.
 */
export const issueSetUpLink = defineCommand({
  name: "admin.issue_set_up_link",
  input: z.object({}),
  access: instanceAdministrators,
  async run({ tx, now }) {
    await tx.execute(sql`select pg_advisory_xact_lock(${setUpLock})`);
    const link = (await hasAdministrator(tx))
      ? null
      : linkOf(await issueToken(tx, { purpose: "instance_set_up" }, now));
    return doneUnrecorded({ link }, "nothing of the instance changes until the link is used");
  },
});

const operator: OperatorActor = { kind: "operator", device: { type: "server", ip: null } };

/** The address that makes the instance administrator, or null once there is an administrator. */
export async function ensureSetUpLink(db: Database | Tx): Promise<string | null> {
  const { link } = await execute(db, issueSetUpLink, operator, {});
  return link;
}
