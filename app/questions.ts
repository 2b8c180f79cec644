"use client";

import type { questions } from "@/app/api/questions/questions";
import { questionsAt } from "@/components/vault/asking";
import { fromAnswer, toWire } from "@/lib/http/wire";

type Questions = typeof questions;

/** Milliseconds after which a server that says nothing counts as away, where there is something to go on with. */
const patience = 15_000;

/**
 * Asks the server, as pages hand it to their components. It goes out at once, whatever command is under way.
 *
 * @param within milliseconds in which the answer has to begin, and then to go on.
 * @throws {Error} when there is no answer.
 */
const ask = <Name extends keyof Questions & string>(name: Name, within?: number) =>
  (async (input: unknown) => {
    const waiting = new AbortController();
    const timer = within && setTimeout(() => waiting.abort(), within);
    const response = await fetch(`${questionsAt}${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: toWire(input),
      signal: waiting.signal,
    }).finally(() => clearTimeout(timer));
    if (!response.ok || !response.body) throw new Error(`no answer, but ${response.status}`);
    return fromAnswer(within ? goingOn(response.body, within, () => waiting.abort()) : response.body);
    // The server's side of the same name answers.
  }) as Questions[Name];

/** The same answer, given up once nothing has come of it for a while. Nobody waits while nothing is read of it. */
function goingOn(body: ReadableStream<Uint8Array>, within: number, giveUp: () => void) {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const timer = setTimeout(giveUp, within);
        const { done, value } = await reader.read().finally(() => clearTimeout(timer));
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

export const askPrelogin = ask("prelogin");
export const askLanding = ask("landing");
export const askWaitingPlaces = ask("waiting-places");
export const askPasskey = ask("passkey");
export const askDeletionFacts = ask("deletion-facts");
export const askOpenInvitations = ask("open-invitations");
export const askMyKeys = ask("my-keys", patience);
export const askReloadKey = ask("reload-key", patience);
export const askProviderKey = ask("provider-key");
export const askProviderEvents = ask("provider-events");
export const askProviderActors = ask("provider-actors");
export const askLoggedClients = ask("logged-clients");
export const askProviderMembersToConfirm = ask("provider-members-to-confirm");
export const askLinkable = ask("linkable");
export const askUnlinking = ask("unlinking");
export const askStaffPlaces = ask("staff-places");
export const askOrganizationKey = ask("organization-key");
export const askOrganizationEvents = ask("organization-events");
export const askOrganizationActors = ask("organization-actors");
export const askOrganizationMembersToConfirm = ask("organization-members-to-confirm");
export const askAssignableMembers = ask("assignable-members");
export const askCollections = ask("collections");
export const askCollection = ask("collection");
export const askGroup = ask("group");
export const askGroupNames = ask("group-names");
export const askGroupMembers = ask("group-members");
export const askGroups = ask("groups");
export const askMemberAccessReport = ask("member-access-report");
export const askMemberCollections = ask("member-collections");
export const askAttachments = ask("attachments");
export const askImportedItems = ask("imported-items");
export const askItemsToExport = ask("items-to-export");
export const askItemsToReport = ask("items-to-report");
export const askOrganizationMember = ask("organization-member");
export const askOwnPlanPreview = ask("own-plan-preview");
export const askPolicyPreview = ask("policy-preview");
export const askMyVault = ask("my-vault", patience);
export const askMyPolicies = ask("my-policies");
export const askMemberAccess = ask("member-access");
export const askOrganizationRotationRows = ask("organization-rotation-rows");
export const askAccountRotationRows = ask("account-rotation-rows");
export const askMyRecoveries = ask("my-recoveries");
export const askOwedCollections = ask("owed-collections");
export const askClientSeats = ask("client-seats");
export const askClientJob = ask("client-job");
export const askClientState = ask("client-state");
export const askBlueprint = ask("blueprint");
export const askBlueprints = ask("blueprints");
export const askClients = ask("clients");
export const askMyPlaces = ask("my-places");
