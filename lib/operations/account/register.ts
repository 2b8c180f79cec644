import "server-only";
import { users } from "@/db/schema/users";
import { Register } from "@/lib/domain/account/inputs";
import { sortKey } from "@/lib/domain/names";
import type { TokenPurpose } from "@/lib/domain/token";
import { everyone } from "@/lib/operations/access";
import { hasAccount } from "@/lib/operations/account/internal/has-account";
import { hasAdministrator } from "@/lib/operations/account/internal/has-administrator";
import { writeKdf } from "@/lib/operations/account/internal/kdf-columns";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { addressLimit } from "@/lib/operations/address-limit";
import { defineCommand } from "@/lib/operations/command";
import { InvalidFields, Refused } from "@/lib/operations/errors";
import { done } from "@/lib/operations/outcome";
import { lockToken, spendSetUpLinks, spendToken } from "@/lib/operations/token/internal/find-token";

const purposes = [
  "instance_set_up",
  "administrator",
  "registration",
  "provider_set_up",
  "provider_member",
  "organization_member",
] as const satisfies TokenPurpose[];

/**
 * Links that are used up when the account is made. The link of an invitation is not: the invitation is accepted
 * after logging in.
 */
const usedUpByRegistering: readonly TokenPurpose[] = ["instance_set_up", "administrator", "registration"];

/** Links whose account administers the instance. */
const administering: readonly TokenPurpose[] = ["instance_set_up", "administrator"];

/**
 * Makes an account from what the browser has sealed. The link proves the address that it was sent to. Only the
 * link of first-time set-up was sent to no address: there the form names one, which is not proven, and the
 * account becomes the instance's administrator, unless there is one already.
 */
export const register = defineCommand({
  name: "account.register",
  input: Register,
  access: everyone("the link is the right to register"),
  throttle: ({ actor }) => [addressLimit("register", actor, 60, 3600)],
  prepare: async ({ input }) => ({ passwordHash: await hashAuthentication(input.authenticationHash) }),
  async run({ tx, input, prepared: { passwordHash }, now }) {
    const token = await lockToken(tx, input.token, purposes, now);
    const administers = administering.includes(token.purpose);
    const email = token.email ?? input.email;
    if (!email) throw new InvalidFields({ field: "email", code: "link_unknown" });
    if (token.purpose === "instance_set_up" && (await hasAdministrator(tx)))
      throw new Refused("already_set_up");
    if (await hasAccount(tx, email)) throw new Refused("email_taken", { email });

    const [user] = await tx
      .insert(users)
      .values({
        email,
        emailVerifiedAt: token.email ? now : null,
        name: input.name,
        sortName: sortKey(input.name),
        locale: input.locale,
        instanceRole: administers ? "administrator" : "user",
        passwordHash,
        ...writeKdf(input.kdf),
        userKeyForAccount: input.userKeyForAccount,
        publicKey: input.publicKey,
        privateKeyForAccount: input.privateKeyForAccount,
        createdAt: now,
        revisedAt: now,
      })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    if (!user) throw new Refused("email_taken", { email });
    if (usedUpByRegistering.includes(token.purpose)) await spendToken(tx, token.id, now);
    if (administers) await spendSetUpLinks(tx, now);
    return done(
      { userId: user.id, email },
      { type: "user.registered", userId: user.id },
      ...(administers ? [{ type: "user.became_administrator", userId: user.id } as const] : []),
    );
  },
});
