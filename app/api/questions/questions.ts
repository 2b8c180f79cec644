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
import { getCollection } from "@/lib/operations/collection/get-collection";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { listOrganizationActors } from "@/lib/operations/event/list-organization-actors";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";
import { listProviderActors } from "@/lib/operations/event/list-provider-actors";
import { listProviderEvents } from "@/lib/operations/event/list-provider-events";
import { getGroup } from "@/lib/operations/group/get-group";
import { getMemberAccess } from "@/lib/operations/group/get-member-access";
import { listGroupMembers } from "@/lib/operations/group/list-group-members";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { getProviderKey } from "@/lib/operations/key/get-provider-key";
import { getOrganizationMembersToConfirm } from "@/lib/operations/organization/get-members-to-confirm";
import { listAssignableMembers } from "@/lib/operations/organization/list-assignable-members";
import { getMembersToConfirm } from "@/lib/operations/provider/get-members-to-confirm";
import { listStaffPlaces } from "@/lib/operations/provider/list-staff-places";

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
  "provider-members-to-confirm": question(getMembersToConfirm),
  "staff-places": question(listStaffPlaces),
  "organization-key": question(getOrganizationKey),
  "organization-events": question(listOrganizationEvents),
  "organization-actors": question(listOrganizationActors),
  "organization-members-to-confirm": question(getOrganizationMembersToConfirm),
  "assignable-members": question(listAssignableMembers),
  collections: question(listCollections),
  collection: question(getCollection),
  group: question(getGroup),
  "group-members": question(listGroupMembers),
  "member-access": question(getMemberAccess),
};
