import "server-only";
import { question } from "@/lib/http/question";
import { askPasskey } from "@/lib/operations/account/ask-passkey";
import { getDeletionFacts } from "@/lib/operations/account/get-deletion-facts";
import { getMyKeys } from "@/lib/operations/account/get-my-keys";
import { getReloadKey } from "@/lib/operations/account/get-reload-key";
import { landing } from "@/lib/operations/account/landing";
import { listOpenInvitations } from "@/lib/operations/account/list-open-invitations";
import { listWaitingPlaces } from "@/lib/operations/account/list-waiting-places";
import { prelogin } from "@/lib/operations/account/prelogin";
import { listAttachments } from "@/lib/operations/attachment/list-attachments";
import { getBlueprint } from "@/lib/operations/blueprint/get-blueprint";
import { getClientState } from "@/lib/operations/blueprint/get-client-state";
import { listBlueprints } from "@/lib/operations/blueprint/list-blueprints";
import { findClients } from "@/lib/operations/client/find-clients";
import { getUnlinking } from "@/lib/operations/client/get-unlinking";
import { listLinkable } from "@/lib/operations/client/list-linkable";
import { getClientJob } from "@/lib/operations/client-job/get-client-job";
import { getSeatsOfClients } from "@/lib/operations/client-job/get-seats-of-clients";
import { getCollection } from "@/lib/operations/collection/get-collection";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { listOwedCollections } from "@/lib/operations/collection/list-owed-collections";
import { listLoggedClients } from "@/lib/operations/event/list-logged-clients";
import { listOrganizationActors } from "@/lib/operations/event/list-organization-actors";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";
import { listProviderActors } from "@/lib/operations/event/list-provider-actors";
import { listProviderEvents } from "@/lib/operations/event/list-provider-events";
import { getGroup } from "@/lib/operations/group/get-group";
import { getMemberAccess } from "@/lib/operations/group/get-member-access";
import { listGroupMembers } from "@/lib/operations/group/list-group-members";
import { listGroupNames } from "@/lib/operations/group/list-group-names";
import { listGroups } from "@/lib/operations/group/list-groups";
import { listImportedItems } from "@/lib/operations/import/list-imported-items";
import { listItemsToExport } from "@/lib/operations/item/list-items-to-export";
import { listItemsToReport } from "@/lib/operations/item/list-items-to-report";
import { syncMyVault } from "@/lib/operations/item/sync-my-vault";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { getProviderKey } from "@/lib/operations/key/get-provider-key";
import { getOrganizationMember } from "@/lib/operations/organization/get-member";
import { getOrganizationMembersToConfirm } from "@/lib/operations/organization/get-members-to-confirm";
import { listAssignableMembers } from "@/lib/operations/organization/list-assignable-members";
import { listMyPlaces } from "@/lib/operations/organization/list-my-places";
import { previewOwnPlan } from "@/lib/operations/organization/preview-own-plan";
import { previewPolicy } from "@/lib/operations/organization/preview-policy";
import { reportMemberAccess } from "@/lib/operations/organization/report-member-access";
import { reportMemberCollections } from "@/lib/operations/organization/report-member-collections";
import { getMyPolicies } from "@/lib/operations/policy/get-my-policies";
import { getMembersToConfirm } from "@/lib/operations/provider/get-members-to-confirm";
import { listStaffPlaces } from "@/lib/operations/provider/list-staff-places";
import { listMyRecoveries } from "@/lib/operations/recovery/list-my-recoveries";
import { getAccountRotationRows } from "@/lib/operations/rotation/get-account-rows";
import { getOrganizationRotationRows } from "@/lib/operations/rotation/get-organization-rows";

/** What pages may ask, by the last word of its address. Their side is app/questions.ts. */
export const questions = {
  prelogin: question(prelogin),
  landing: question(landing),
  "waiting-places": question(listWaitingPlaces),
  passkey: question(askPasskey),
  "deletion-facts": question(getDeletionFacts),
  "open-invitations": question(listOpenInvitations),
  "my-keys": question(getMyKeys),
  "reload-key": question(getReloadKey),
  "provider-key": question(getProviderKey),
  "provider-events": question(listProviderEvents),
  "provider-actors": question(listProviderActors),
  "logged-clients": question(listLoggedClients),
  "provider-members-to-confirm": question(getMembersToConfirm),
  linkable: question(listLinkable),
  unlinking: question(getUnlinking),
  "staff-places": question(listStaffPlaces),
  "organization-key": question(getOrganizationKey),
  "organization-events": question(listOrganizationEvents),
  "organization-actors": question(listOrganizationActors),
  "organization-members-to-confirm": question(getOrganizationMembersToConfirm),
  "assignable-members": question(listAssignableMembers),
  collections: question(listCollections),
  collection: question(getCollection),
  groups: question(listGroups),
  group: question(getGroup),
  "organization-member": question(getOrganizationMember),
  "member-access-report": question(reportMemberAccess),
  "member-collections": question(reportMemberCollections),
  attachments: question(listAttachments),
  "imported-items": question(listImportedItems),
  "items-to-export": question(listItemsToExport),
  "items-to-report": question(listItemsToReport),
  "group-names": question(listGroupNames),
  "group-members": question(listGroupMembers),
  "member-access": question(getMemberAccess),
  "account-rotation-rows": question(getAccountRotationRows),
  "organization-rotation-rows": question(getOrganizationRotationRows),
  "own-plan-preview": question(previewOwnPlan),
  "policy-preview": question(previewPolicy),
  "my-vault": question(syncMyVault),
  "my-policies": question(getMyPolicies),
  "my-recoveries": question(listMyRecoveries),
  "owed-collections": question(listOwedCollections),
  "client-seats": question(getSeatsOfClients),
  "client-job": question(getClientJob),
  "client-state": question(getClientState),
  blueprint: question(getBlueprint),
  blueprints: question(listBlueprints),
  clients: question(findClients),
  "my-places": question(listMyPlaces),
};
