import { z } from "zod";
import { addressLimit } from "@/lib/domain/addresses";
import { Email } from "@/lib/domain/email";

/**
 * What became of each address of an invitation: a letter is on its way, an owner was asked first, or it was passed
 * over and why.
 */
export const invitationOutcomes = [
  "invited",
  "awaiting_approval",
  "already_invited",
  "already_a_member",
  "already_revoked",
  "no_owner_to_approve",
  "too_many_letters",
] as const;
export type InvitationOutcome = (typeof invitationOutcomes)[number];

export type InvitedRow = { email: string; outcome: InvitationOutcome };

/** Each address is judged for itself, so that a problem is told with its number in the list. */
export const Addresses = z
  .array(Email)
  .min(1, { error: "no_addresses" })
  .max(addressLimit, { error: "too_many_addresses" })
  .superRefine((emails, context) => {
    for (const [index, email] of emails.entries())
      if (emails.indexOf(email) < index)
        context.addIssue({ code: "custom", message: "already_exists", path: [index] });
  });
