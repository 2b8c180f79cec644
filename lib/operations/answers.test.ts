import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { checkSession } from "@/lib/operations/account/check-session";
import { landing } from "@/lib/operations/account/landing";
import { listSessions } from "@/lib/operations/account/list-sessions";
import { makeReloadKey } from "@/lib/operations/account/make-reload-key";
import { prelogin } from "@/lib/operations/account/prelogin";
import { listClients } from "@/lib/operations/client/list-clients";
import { execute } from "@/lib/operations/command";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";
import { listProviderEvents } from "@/lib/operations/event/list-provider-events";
import { getProviderKey } from "@/lib/operations/key/get-provider-key";
import { getOrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { listAssignableMembers } from "@/lib/operations/organization/list-assignable-members";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { getMembersToConfirm } from "@/lib/operations/provider/get-members-to-confirm";
import { listProviderMembers } from "@/lib/operations/provider/list-members";
import { ask } from "@/lib/operations/query";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { readInvitation } from "@/lib/operations/token/read-invitation";
import { test } from "@/test/database";
import { aCollection, aConfirmed, aVisit } from "@/test/organization";
import { aClientOf, aProviderWith } from "@/test/provider";

/** A wrapped key, a wrapped private key, a password's hash or a stamp, by their form. */
const secrets = /"[24]\.[A-Za-z0-9+/]{20,}|\$argon2|security_?stamp|passwordHash/i;

async function aStory(tx: Tx) {
  const team = await aProviderWith(tx, {
    brett: "provider_admin, confirmed",
    billy: "service_user, accepted",
    betty: "service_user, invited",
  });
  const organizationId = await aClientOf(tx, team.providerId);
  const owner = await aConfirmed(tx, organizationId, "owner", "Owner");
  await aCollection(tx, organizationId, { [owner.memberId]: "manage" });
  await aVisit(tx, organizationId, team.providerId, team.brett);
  const { memberId: providerMemberId, email } = team.betty;
  const token = await issueToken(tx, { purpose: "provider_member", email, providerMemberId }, new Date());
  return { ...team, organizationId, owner, token };
}

test("answers that have no use for a key or a hash carry none", async ({ tx }) => {
  const { providerId, organizationId, brett, owner, token } = await aStory(tx);
  const { userId, actor, email } = brett;
  const { reloadKey } = await execute(tx, makeReloadKey, actor, {});
  const everyStatus = { search: "" } as const;
  const answers = {
    checkSession: await ask(tx, checkSession, actor, { userId, sessionId: actor.sessionId }),
    landing: await ask(tx, landing, actor, {}),
    listSessions: await ask(tx, listSessions, actor, {}),
    prelogin: await ask(tx, prelogin, actor, { email }),
    readInvitation: await ask(tx, readInvitation, actor, { token }),
    getProviderFrame: await ask(tx, getProviderFrame, actor, { providerId }),
    listProviderMembers: await ask(tx, listProviderMembers, actor, { providerId }),
    getMembersToConfirm: await ask(tx, getMembersToConfirm, actor, { providerId }),
    listClients: await ask(tx, listClients, actor, { providerId }),
    listProviderEvents: await ask(tx, listProviderEvents, actor, { providerId }),
    getOrganizationFrame: await ask(tx, getOrganizationFrame, actor, { organizationId }),
    listOrganizationMembers: await ask(tx, listOrganizationMembers, owner.actor, {
      organizationId,
      ...everyStatus,
    }),
    listAssignableMembers: await ask(tx, listAssignableMembers, actor, { organizationId }),
    listOrganizationEvents: await ask(tx, listOrganizationEvents, owner.actor, { organizationId }),
  };
  for (const [query, answer] of Object.entries(answers))
    expect(JSON.stringify(answer), query).not.toMatch(secrets);
  expect(JSON.stringify(answers)).not.toContain(token);
  expect(JSON.stringify(answers)).not.toContain(reloadKey);
  expect(JSON.stringify(await ask(tx, getProviderKey, actor, { providerId }))).toMatch(secrets);
});
