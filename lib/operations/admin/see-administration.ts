import "server-only";
import { z } from "zod";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { defineQuery } from "@/lib/operations/query";

/** Whether there is an administration for whoever asks. */
export const seeAdministration = defineQuery({
  name: "admin.see",
  input: z.object({}),
  access: instanceAdministrators,
  read: async () => null,
});
