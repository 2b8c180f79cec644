import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import type { Tx } from "@/db/client";
import { authenticators } from "@/db/schema/authenticators";
import { devices } from "@/db/schema/devices";
import { sessions } from "@/db/schema/sessions";
import { SessionId } from "@/lib/domain/ids";
import { defaultKdf } from "@/lib/domain/kdf";
import { acceptKey } from "@/lib/operations/account/accept-key";
import { changeEmail } from "@/lib/operations/account/change-email";
import { changeKdf } from "@/lib/operations/account/change-kdf";
import { changeMasterPassword } from "@/lib/operations/account/change-master-password";
import { checkSession } from "@/lib/operations/account/check-session";
import { chooseLanguage } from "@/lib/operations/account/choose-language";
import { confirmAuthenticator } from "@/lib/operations/account/confirm-authenticator";
import { deleteAccount } from "@/lib/operations/account/delete-account";
import { dropReloadKey } from "@/lib/operations/account/drop-reload-key";
import { endOtherSessions } from "@/lib/operations/account/end-other-sessions";
import { endSession } from "@/lib/operations/account/end-session";
import { forgetDevice } from "@/lib/operations/account/forget-device";
import { getDeletionFacts } from "@/lib/operations/account/get-deletion-facts";
import { getMyKeys } from "@/lib/operations/account/get-my-keys";
import { getReloadKey } from "@/lib/operations/account/get-reload-key";
import { getTwoStep } from "@/lib/operations/account/get-two-step";
import { issueMailedCode } from "@/lib/operations/account/internal/mailed-code";
import { makeRefreshToken } from "@/lib/operations/account/internal/refresh-token";
import { placeOfSecret } from "@/lib/operations/account/internal/second-step-methods";
import { makeTotpSecret } from "@/lib/operations/account/internal/totp";
import { isKnownDevice } from "@/lib/operations/account/is-known-device";
import { landing } from "@/lib/operations/account/landing";
import { listOpenInvitations } from "@/lib/operations/account/list-open-invitations";
import { listSessions } from "@/lib/operations/account/list-sessions";
import { listWaitingPlaces } from "@/lib/operations/account/list-waiting-places";
import { listWithdrawnPlaces } from "@/lib/operations/account/list-withdrawn-places";
import { logIn } from "@/lib/operations/account/log-in";
import { logOut } from "@/lib/operations/account/log-out";
import { makeReloadKey } from "@/lib/operations/account/make-reload-key";
import { noteToldKeys } from "@/lib/operations/account/note-told-keys";
import { prelogin } from "@/lib/operations/account/prelogin";
import { proveMasterPassword } from "@/lib/operations/account/prove-master-password";
import { recordFailedLogIn } from "@/lib/operations/account/record-failed-log-in";
import { refreshSession } from "@/lib/operations/account/refresh-session";
import { register } from "@/lib/operations/account/register";
import { rememberKey } from "@/lib/operations/account/remember-key";
import { renameDevice } from "@/lib/operations/account/rename-device";
import { renewRecoveryCodes } from "@/lib/operations/account/renew-recovery-codes";
import { requestEmailVerification } from "@/lib/operations/account/request-email-verification";
import { setUserKeyId } from "@/lib/operations/account/set-user-key-id";
import { startAuthenticator } from "@/lib/operations/account/start-authenticator";
import { startEmailChange } from "@/lib/operations/account/start-email-change";
import { startRegistration } from "@/lib/operations/account/start-registration";
import { touchSession } from "@/lib/operations/account/touch-session";
import { turnOffTwoStep } from "@/lib/operations/account/turn-off-two-step";
import { updateProfile } from "@/lib/operations/account/update-profile";
import { verifyEmail } from "@/lib/operations/account/verify-email";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { sealAtRest } from "@/lib/secrets-at-rest";
import { forEverybody, ofOneself } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";
import type { You } from "@/test/matrix/world";
import { publicKey, sealedText } from "@/test/people";

const newHash = () => randomBytes(32).toString("base64");

/** Somebody's open session, the owner's where nobody is signed in. */
const aSession = ({ you, places }: Given) => {
  const { userId, actor } = you.person ?? places.owner;
  return { userId, sessionId: actor.sessionId };
};

/** Another session of one's own. */
async function anotherSession({ tx, you, places }: Given) {
  const { userId, actor } = you.person ?? places.owner;
  const [session] = await tx.select().from(sessions).where(eq(sessions.id, actor.sessionId));
  if (!session) throw new Error(`${userId} has no session`);
  const sessionId = SessionId.parse(randomUUID());
  await tx.insert(sessions).values({ ...session, id: sessionId });
  return { sessionId };
}

/** Another device of one's own. */
async function anotherDevice({ tx, you, places }: Given) {
  const { userId } = you.person ?? places.owner;
  const [device] = await tx
    .insert(devices)
    .values({ userId, identifier: randomUUID(), type: "firefox_browser" })
    .returning({ deviceId: devices.id });
  if (!device) throw new Error("no row came back");
  return device;
}

/** The code of one's app at this moment. The app is set up, or about to be. */
async function codeOf(tx: Tx, { person }: You, confirmedAt: Date | null) {
  const secret = makeTotpSecret();
  if (person) {
    const sealedSecret = sealAtRest(secret, placeOfSecret(person.userId));
    await tx.insert(authenticators).values({ userId: person.userId, sealedSecret, confirmedAt });
  }
  return { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() };
}
const codeOfApp = ({ tx, you }: Given) => codeOf(tx, you, new Date());
const firstCode = ({ tx, you }: Given) => codeOf(tx, you, null);

const linkOf = async ({ tx, you, places }: Given) => {
  const { email, userId } = you.person ?? places.owner;
  return { token: await issueToken(tx, { purpose: "email_verification", email, userId }, new Date()) };
};

export const rows = [
  row(prelogin, forEverybody()).with(({ you }) => ({ email: you.email })),
  row(startRegistration, forEverybody()).with(() => ({ email: "somebody.new@client.example", locale: "en" })),
  row(register, forEverybody()).with(async ({ tx }) => ({
    token: await issueToken(tx, { purpose: "registration", email: "new@client.example" }, new Date()),
    name: "Somebody New",
    locale: "en",
    kdf: defaultKdf,
    authenticationHash: newHash(),
    userKeyForAccount: sealedText(5),
    publicKey: publicKey(),
    privateKeyForAccount: sealedText(77),
  })),
  row(logIn, forEverybody()).with(({ places, password }) => ({
    email: places.owner.email,
    authenticationHash: password,
    deviceIdentifier: randomUUID(),
  })),
  row(recordFailedLogIn, forEverybody()).with(({ places }) => ({
    email: places.owner.email,
    step: "password",
  })),
  row(checkSession, forEverybody()).with(aSession),
  row(refreshSession, forEverybody()).with(({ places }) => ({
    token: makeRefreshToken(places.owner.actor.sessionId).token,
  })),
  row(isKnownDevice, forEverybody()).with(({ places }) => ({
    email: places.owner.email,
    deviceIdentifier: randomUUID(),
  })),
  row(logOut, forEverybody()).with(aSession),
  row(landing, forEverybody()).with(() => ({})),

  row(getMyKeys, ofOneself()).with(() => ({})),
  row(acceptKey, ofOneself()).with(() => ({
    userId: randomUUID(),
    known: sealedText(),
    compared: sealedText(),
  })),
  row(rememberKey, ofOneself()).with(({ organizationId }) => ({
    subject: `organization:${organizationId}`,
    record: sealedText(),
  })),
  row(updateProfile, ofOneself()).with(() => ({ name: "Another Name", locale: "fr" })),
  row(setUserKeyId, ofOneself()).with(() => ({ userKeyId: "0123456789abcdef".repeat(2) })),
  row(chooseLanguage, ofOneself()).with(() => ({ locale: "fr" })),
  row(requestEmailVerification, ofOneself()).with(() => ({})),
  row(verifyEmail, ofOneself()).with(linkOf),
  row(listWaitingPlaces, ofOneself()).with(() => ({})),
  row(listWithdrawnPlaces, ofOneself()).with(() => ({})),

  row(proveMasterPassword, ofOneself()).with(({ password }) => ({ authenticationHash: password })),
  row(changeMasterPassword, ofOneself()).with(({ password }) => ({
    currentHash: password,
    nextHash: newHash(),
    kdf: defaultKdf,
    userKeyForAccount: sealedText(5),
  })),
  row(getTwoStep, ofOneself()).with(() => ({})),
  row(startAuthenticator, ofOneself()).with(() => ({})),
  row(confirmAuthenticator, ofOneself()).with(firstCode),
  row(renewRecoveryCodes, ofOneself()).with(codeOfApp),
  row(turnOffTwoStep, ofOneself()).with(codeOfApp),

  row(startEmailChange, ofOneself()).with(({ password }) => ({
    email: "elsewhere@client.example",
    currentHash: password,
  })),
  row(changeEmail, ofOneself()).with(async ({ tx, you, places, password }) => {
    const { userId } = you.person ?? places.owner;
    const email = "elsewhere@client.example";
    const mailed = { userId, purpose: "new_address", address: email } as const;
    const { code } = await issueMailedCode(tx, mailed, new Date());
    return { email, code, currentHash: password, nextHash: newHash(), userKeyForAccount: sealedText(5) };
  }),
  row(changeKdf, ofOneself()).with(({ password }) => ({
    currentHash: password,
    nextHash: newHash(),
    kdf: defaultKdf,
    userKeyForAccount: sealedText(5),
  })),
  row(getDeletionFacts, ofOneself()).with(() => ({})),
  // Who is the last owner or admin somewhere stays until somebody else is.
  row(
    deleteAccount,
    ofOneself({
      "other owner": "last_in_places",
      "other provider": "last_in_places",
      "provider admin": "last_in_places",
    }),
  ).with(({ password }) => ({
    authenticationHash: password,
  })),
  row(listOpenInvitations, ofOneself()).with(() => ({})),
  row(renameDevice, ofOneself()).with(async (given) => ({ ...(await anotherDevice(given)), name: "Phone" })),
  row(forgetDevice, ofOneself()).with(anotherDevice),

  row(listSessions, ofOneself()).with(() => ({})),
  row(touchSession, ofOneself()).with(() => ({})),
  row(noteToldKeys, ofOneself()).with(() => ({ readAt: new Date() })),
  row(endSession, ofOneself()).with(anotherSession),
  row(endOtherSessions, ofOneself()).with(() => ({})),
  row(makeReloadKey, ofOneself()).with(() => ({})),
  row(getReloadKey, ofOneself()).with(() => ({})),
  row(dropReloadKey, ofOneself()).with(() => ({})),
];
