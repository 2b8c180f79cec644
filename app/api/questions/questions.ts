import "server-only";
import { question } from "@/lib/http/question";
import { getMyKeys } from "@/lib/operations/account/get-my-keys";
import { getReloadKey } from "@/lib/operations/account/get-reload-key";
import { landing } from "@/lib/operations/account/landing";
import { listWaitingPlaces } from "@/lib/operations/account/list-waiting-places";
import { prelogin } from "@/lib/operations/account/prelogin";
import { getCollection } from "@/lib/operations/collection/get-collection";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";
import { listProviderEvents } from "@/lib/operations/event/list-provider-events";
import { getGroup } from "@/lib/operations/group/get-group";
import { getMemberAccess } from "@/lib/operations/group/get-member-access";
import { listGroupMembers } from "@/lib/operations/group/list-group-members";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { getProviderKey } from "@/lib/operations/key/get-provider-key";
import { getOrganizationMembersToConfirm } from "@/lib/operations/organization/get-members-to-confirm";
import { listAssignableMembers } from "@/lib/operations/organization/list-assignable-members";
import { previewPolicy } from "@/lib/operations/organization/preview-policy";
import { getMyPolicies } from "@/lib/operations/policy/get-my-policies";
import { getMembersToConfirm } from "@/lib/operations/provider/get-members-to-confirm";
import { listStaffPlaces } from "@/lib/operations/provider/list-staff-places";
import { getMemberToRecover } from "@/lib/operations/recovery/get-member-to-recover";
import { getAccountRotationRows } from "@/lib/operations/rotation/get-account-rows";
import { getOrganizationRotationRows } from "@/lib/operations/rotation/get-organization-rows";

/** What pages may ask, by the last word of its address. Their side is app/questions.ts. */
export const questions = {
  prelogin: question(prelogin),
  landing: question(landing),
  "waiting-places": question(listWaitingPlaces),
  "my-keys": question(getMyKeys),
  "reload-key": question(getReloadKey),
  "provider-key": question(getProviderKey),
  "provider-events": question(listProviderEvents),
  "provider-members-to-confirm": question(getMembersToConfirm),
  "staff-places": question(listStaffPlaces),
  "organization-key": question(getOrganizationKey),
  "organization-events": question(listOrganizationEvents),
  "organization-members-to-confirm": question(getOrganizationMembersToConfirm),
  "assignable-members": question(listAssignableMembers),
  collections: question(listCollections),
  collection: question(getCollection),
  group: question(getGroup),
  "group-members": question(listGroupMembers),
  "member-access": question(getMemberAccess),
  "member-to-recover": question(getMemberToRecover),
  "account-rotation-rows": question(getAccountRotationRows),
  "organization-rotation-rows": question(getOrganizationRotationRows),
  "policy-preview": question(previewPolicy),
  "my-policies": question(getMyPolicies),
};
