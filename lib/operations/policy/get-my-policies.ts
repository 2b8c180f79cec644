import "server-only";
import { z } from "zod";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { bindingPolicies } from "@/lib/operations/policy/internal/binding-policies";
import { defineQuery } from "@/lib/operations/query";

/** The policies that bind the actor as a member. An empty list says that none does any more. */
export const getMyPolicies = defineQuery({
  name: "policy.mine",
  input: z.object({}),
  access: signedIn,
  worksWithTemporaryPassword: true,
  read: ({ tx, actor }) => bindingPolicies(tx, personOf(actor)),
});
