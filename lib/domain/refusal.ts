/** Whether the same request can succeed later: never, when something named in the message has changed, or in a while. */
type Again = "never" | "changed" | "later";

/** What a door makes of a refusal: the status of its answer, and whether trying again helps. */
type RefusalFacts = { status: 400 | 401 | 403 | 404 | 409 | 422 | 429 | 503; again: Again };

const facts = <Status extends RefusalFacts["status"], When extends Again>(status: Status, again: When) => ({
  status,
  again,
});

/**
 * Every way in which an operation says no. The words are public and stay as they are: scripts rely on them. Each
 * has a message in each language, and a new one without a message does not compile.
 */
export const refusals = {
  not_signed_in: facts(401, "changed"),
  another_account: facts(409, "changed"),
  not_found: facts(404, "never"),
  too_many_attempts: facts(429, "later"),
  too_many_letters: facts(429, "later"),
  busy: facts(503, "later"),
  wrong_credentials: facts(401, "changed"),
  wrong_master_password: facts(422, "changed"),
  proof_needed: facts(403, "changed"),
  code_needed: facts(401, "changed"),
  wrong_code: facts(422, "changed"),
  wrong_mailed_code: facts(422, "changed"),
  not_a_mailed_code: facts(422, "changed"),
  cannot_forget_this_device: facts(409, "never"),
  same_email: facts(422, "changed"),
  not_a_code: facts(422, "changed"),
  not_six_digits: facts(422, "changed"),
  two_step_is_on: facts(409, "never"),
  weak_kdf: facts(422, "never"),
  weaker_kdf: facts(422, "never"),
  key_differs: facts(409, "never"),
  key_does_not_fit: facts(409, "never"),
  person_key_differs: facts(409, "never"),
  organization_key_replaced: facts(409, "changed"),
  email_taken: facts(409, "never"),
  signups_closed: facts(403, "never"),
  already_set_up: facts(409, "never"),
  link_unknown: facts(404, "never"),
  link_used: facts(409, "never"),
  link_expired: facts(403, "never"),
  link_replaced: facts(409, "never"),
  email_does_not_match: facts(403, "changed"),
  already_accepted: facts(409, "never"),
  already_a_member: facts(409, "never"),
  provider_already_set_up: facts(409, "never"),
  member_not_invited: facts(409, "never"),
  member_not_accepted: facts(409, "changed"),
  member_already_confirmed: facts(409, "never"),
  public_key_changed: facts(409, "changed"),
  last_provider_admin: facts(409, "changed"),
  last_owner: facts(409, "changed"),
  cannot_remove_yourself: facts(409, "never"),
  cannot_confirm_yourself: facts(403, "never"),
  owner_confirmed_by_provider: facts(409, "changed"),
  only_owners_manage_owners: facts(403, "never"),
  owner_approval_needed: facts(409, "changed"),
  no_owner_to_approve: facts(409, "changed"),
  raised_by_owner_only: facts(403, "never"),
  awaiting_approval: facts(409, "changed"),
  only_owners_answer: facts(403, "never"),
  nothing_to_approve: facts(409, "never"),
  seats_below_used: facts(409, "changed"),
  seats_out_of_range: facts(422, "changed"),
  no_seat_left: facts(409, "changed"),
  seats_need_purchase: facts(403, "changed"),
  provider_suspended: facts(403, "changed"),
  organization_suspended: facts(403, "changed"),
  not_in_plan: facts(403, "changed"),
  provider_access_closed: facts(403, "changed"),
  client_not_entered: facts(403, "changed"),
  collection_needs_manager: facts(422, "changed"),
  access_changed: facts(409, "changed"),
  cannot_add_yourself: facts(403, "never"),
  group_has_other_collections: facts(403, "changed"),
  vault_full: facts(409, "changed"),
  item_out_of_date: facts(409, "changed"),
  already_exists: facts(409, "never"),
  too_many_addresses: facts(422, "changed"),
  no_addresses: facts(422, "changed"),
} as const satisfies Record<string, RefusalFacts>;

export type Refusal = keyof typeof refusals;
