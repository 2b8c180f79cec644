import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { personOf } from "@/lib/operations/account/access";
import type { Quota } from "@/lib/operations/limits";

/** Ten wrong master passwords in a quarter of an hour, for all commands together that ask a signed-in person for it. */
export const masterPasswordGuesses = {
  wrong: "wrong_master_password",
  limits: ({ actor }: { actor: Actor }): Quota[] => [
    { what: "master_password", about: personOf(actor), points: 10, seconds: 900 },
  ],
} as const;
