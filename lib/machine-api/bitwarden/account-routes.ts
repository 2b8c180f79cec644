import "server-only";
import { z } from "zod";
import { bitwarden } from "@/lib/machine-api/bitwarden/dialect";
import { asWritten } from "@/lib/machine-api/bitwarden/wire/as-written";
import { setUserKeyId } from "@/lib/operations/account/set-user-key-id";

const UserKeyId = z.object({ userKeyId: z.string() });

/** What apps keep of their person's account. Protocol chapters 5.9 and 20.1. */
export const accountRoutes = [
  bitwarden.route("POST /api/accounts/key-management/user-key-id", setUserKeyId, {
    read: ({ body }) => UserKeyId.parse(asWritten(body)),
    write: () => null,
  }),
];
