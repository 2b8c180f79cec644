import "server-only";
import type { Database, Tx } from "@/db/client";
import { operatorActor } from "@/lib/domain/actor";
import { issueSetUpLink } from "@/lib/operations/admin/issue-set-up-link";
import { execute } from "@/lib/operations/command";

/** The address that makes the instance administrator, or null once there is an administrator. */
export async function ensureSetUpLink(db: Database | Tx): Promise<string | null> {
  const { link } = await execute(db, issueSetUpLink, operatorActor(), {});
  return link;
}
