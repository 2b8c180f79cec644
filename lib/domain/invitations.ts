import { z } from "zod";
import { Email } from "@/lib/domain/email";
import { addressLimit, readAddresses } from "@/lib/domain/provider/addresses";

/**
 * What became of each address of an invitation: a letter is on its way, an owner was asked first, or it was passed
 * over and why.
 */
export const invitationOutcomes = [
  "invited",
  "awaiting_approval",
  "already_invited",
  "already_a_member",
  "no_owner_to_approve",
] as const;
export type InvitationOutcome = (typeof invitationOutcomes)[number];

export type InvitedRow = { email: string; outcome: InvitationOutcome };

/** Each address is judged for itself, so that a problem is told with its place in the list. */
export const Addresses = z
  .array(Email)
  .min(1, { error: "no_addresses" })
  .max(addressLimit, { error: "too_many_addresses" })
  .superRefine((emails, context) => {
    for (const [index, email] of emails.entries())
      if (emails.indexOf(email) < index)
        context.addIssue({ code: "custom", message: "already_exists", path: [index] });
  });

/** The same as it is typed: one text. What is wrong with single addresses is shown beside the field. */
export const TypedAddresses = z.string().superRefine((text, context) => {
  const addresses = readAddresses(text);
  if (addresses.length === 0) context.addIssue({ code: "custom", message: "no_addresses" });
  else if (addresses.length > addressLimit)
    context.addIssue({ code: "custom", message: "too_many_addresses" });
  else if (addresses.some(({ problem }) => problem !== null))
    context.addIssue({ code: "custom", message: "invalid" });
});
