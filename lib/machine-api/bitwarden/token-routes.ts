import "server-only";
import { z } from "zod";
import { failedStepOf } from "@/lib/domain/account/failed-step";
import type { LogIn } from "@/lib/domain/account/inputs";
import { TwoStepCode } from "@/lib/domain/account/two-step";
import { type Actor, anonymousActor, personActor } from "@/lib/domain/actor";
import { deviceTypeSaid } from "@/lib/domain/device";
import type { SessionId, UserId } from "@/lib/domain/ids";
import { makeAccessToken } from "@/lib/machine-api/bitwarden/access-token";
import { refreshedBody, tokenBody } from "@/lib/machine-api/bitwarden/token-body";
import { tokens } from "@/lib/machine-api/bitwarden/token-dialect";
import { remembered, takesCode } from "@/lib/machine-api/bitwarden/two-step-challenge";
import type { Call, Run } from "@/lib/machine-api/endpoints";
import { checkSession } from "@/lib/operations/account/check-session";
import { getMyKeys } from "@/lib/operations/account/get-my-keys";
import { logIn } from "@/lib/operations/account/log-in";
import { mailLogInCode } from "@/lib/operations/account/mail-log-in-code";
import { recordFailedLogIn } from "@/lib/operations/account/record-failed-log-in";
import { refreshSession } from "@/lib/operations/account/refresh-session";
import { Refused } from "@/lib/operations/errors";

/** The names of fields are in lower case here, however an app writes them. */
const ByPassword = z.object({
  grant_type: z.literal("password"),
  username: z.string(),
  password: z.string(),
  client_id: z.enum(["web", "browser", "desktop", "mobile", "cli"]),
  devicetype: z.string(),
  deviceidentifier: z.uuid(),
  twofactortoken: z.string().default(""),
  twofactorprovider: z.string().default(""),
  twofactorremember: z.string().default(""),
});
type ByPassword = z.output<typeof ByPassword>;

const ByRefreshToken = z.object({
  grant_type: z.literal("refresh_token"),
  client_id: ByPassword.shape.client_id,
  refresh_token: z.string(),
});

const Grant = z.discriminatedUnion("grant_type", [ByPassword, ByRefreshToken]);

/** Where an app gets its tokens. Protocol chapters 4.3 to 4.5. */
export const tokenRoutes = [
  tokens.several(
    "POST /identity/connect/token",
    [logIn, refreshSession, checkSession, getMyKeys, recordFailedLogIn, mailLogInCode],
    (call, run) => {
      const grant = Grant.safeParse(call.body);
      if (!grant.success) throw new Refused("malformed_body");
      return grant.data.grant_type === "password"
        ? byPassword(grant.data, call, run)
        : byRefreshToken(grant.data, call, run);
    },
  ),
];

async function byPassword(form: ByPassword, call: Call, run: Run) {
  const type = deviceTypeSaid(form.devicetype) ?? call.actor.device.type;
  const actor = anonymousActor({ ...call.actor.device, type }, "api");
  const opened = await loggedIn(form, call, run, actor);
  const { userId, sessionId } = opened;
  const person = await sessionOf({ userId, sessionId }, run);
  const keys = await run(getMyKeys, {}, personActor({ userId, sessionId, device: actor.device }, "api"));
  const accessToken = await makeAccessToken(
    {
      ...person,
      userId,
      sessionId,
      isEmailVerified: person.emailVerifiedAt !== null,
      device: { identifier: form.deviceidentifier, type },
      clientId: form.client_id,
    },
    new Date(),
  );
  return tokenBody({ accessToken, ...opened, keys, mustChangePassword: person.mustChangePassword });
}

/** Opens a session, or says what is lacking. A wrong guess is written into the account's log. */
async function loggedIn(form: ByPassword, { headers }: Call, run: Run, actor: Actor) {
  const { username: email, password: authenticationHash, deviceidentifier: deviceIdentifier } = form;
  const step = shownStep(form);
  try {
    return await run(logIn, { email, authenticationHash, deviceIdentifier, ...step }, actor);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const failed = failedStepOf(error.refusal);
    if (failed) await run(recordFailedLogIn, { email, step: failed }, actor);
    if (error.refusal !== "code_needed") throw error;
    if (error.values?.methods === "mail" && waitsForMail(headers))
      await run(mailLogInCode, { email, authenticationHash, deviceIdentifier }, actor);
    throw new Refused("code_needed", { ...error.values, email: email.trim().toLowerCase() });
  }
}

/** Apps of before May 2025 take it that the code is on its way. Later ones ask for it. */
const waitsForMail = (headers: Headers) => {
  const [year = 0, month = 0] = (headers.get("bitwarden-client-version") ?? "").split(".").map(Number);
  return year < 2025 || (year === 2025 && month < 5);
};

type Step = Pick<z.input<typeof LogIn>, "code" | "remember" | "rememberToken">;

/** The second step that a form shows. What has no form of a code, or is of a kind that is not taken here, is a wrong one. */
function shownStep({ twofactortoken: token, twofactorprovider: provider, ...form }: ByPassword): Step {
  if (token === "") return {};
  if (provider === remembered) return { rememberToken: token };
  if (!takesCode(provider) || !TwoStepCode.safeParse(token).success) throw new Refused("wrong_code");
  return { code: token, remember: form.twofactorremember === "1" };
}

async function byRefreshToken(form: z.output<typeof ByRefreshToken>, _call: Call, run: Run) {
  const refreshed = await run(refreshSession, { token: form.refresh_token });
  if (!refreshed) throw new Refused("not_signed_in");
  const person = await sessionOf(refreshed, run);
  const isEmailVerified = person.emailVerifiedAt !== null;
  const holder = { ...person, ...refreshed, isEmailVerified, clientId: form.client_id };
  return refreshedBody(await makeAccessToken(holder, new Date()), refreshed.refreshToken);
}

/** What the session's row and its account say of a session that has just been opened, or used. */
async function sessionOf({ userId, sessionId }: { userId: UserId; sessionId: SessionId }, run: Run) {
  const person = await run(checkSession, { userId, sessionId });
  if (!person) throw new Refused("not_signed_in");
  return person;
}
