import "server-only";
import { z } from "zod";
import { Email } from "@/lib/domain/email";
import { bitwarden } from "@/lib/machine-api/bitwarden/dialect";
import { kdfNumbers } from "@/lib/machine-api/bitwarden/kdf";
import type { Sentence } from "@/lib/machine-api/endpoints";
import { mailLogInCode } from "@/lib/operations/account/mail-log-in-code";
import { prelogin } from "@/lib/operations/account/prelogin";

const Prelogin = z.object({ email: z.string() });

const preloginAt = (sentence: Sentence) =>
  bitwarden.route(sentence, prelogin, {
    read: ({ body }) => Prelogin.parse(body),
    write: (kdf, { body }) => {
      const { type, ...settings } = kdfNumbers(kdf);
      return {
        kdf: type,
        kdfIterations: settings.iterations,
        kdfMemory: settings.memory,
        kdfParallelism: settings.parallelism,
        kdfSettings: { kdfType: type, ...settings },
        salt: Email.parse(Prelogin.parse(body).email),
      };
    },
  });

const SendCode = z.object({
  email: z.string(),
  masterPasswordHash: z.string(),
  deviceIdentifier: z.string(),
});

/** What comes before a token. Apps of before 2026 ask at the shorter address. Protocol chapters 4.1 and 4.5. */
export const identityRoutes = [
  preloginAt("POST /identity/accounts/prelogin"),
  preloginAt("POST /identity/accounts/prelogin/password"),

  bitwarden.route("POST /api/two-factor/send-email-login", mailLogInCode, {
    read({ body }) {
      const { masterPasswordHash, ...asked } = SendCode.parse(body);
      return { ...asked, authenticationHash: masterPasswordHash };
    },
    write: () => null,
  }),
];
