import { z } from "zod";
import { MailedCode } from "@/lib/domain/account/mailed-code";
import { PasskeySignature } from "@/lib/domain/account/passkey";
import { TwoStepCode, withSecondStep } from "@/lib/domain/account/two-step";
import { Email } from "@/lib/domain/email";
import { DeviceId, UserId } from "@/lib/domain/ids";
import { KdfSettings } from "@/lib/domain/kdf";
import { Name, OptionalName } from "@/lib/domain/names";
import {
  AuthenticationHash,
  encString,
  PublicKey,
  SealedPrivateKey,
  SealedSymmetricKey,
} from "@/lib/domain/sealed";

export const LogIn = z.object({
  email: Email,
  authenticationHash: AuthenticationHash,
  /** Made by the browser for itself, and the same at its next log-in. */
  deviceIdentifier: z.uuid(),
  /** The second step, where the account takes one. */
  code: TwoStepCode.nullable().default(null),
  /** Or a passkey in its place. */
  passkey: PasskeySignature.nullable().default(null),
  /** Whether this browser is not to be asked for a code in the next weeks. */
  remember: z.boolean().default(false),
  /** What it was given when it was remembered. */
  rememberToken: z
    .string()
    .regex(/^[\w-]{43}$/)
    .nullable()
    .default(null)
    .catch(null),
});

/** The proof of the password, for a code of the second step to be mailed. */
export const MailLogInCode = LogIn.pick({ email: true, authenticationHash: true, deviceIdentifier: true });

/** What an app got for going on: the session's id, and 256 bits that only it knows. */
export const RefreshSession = z.object({
  token: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[\w-]{43}$/),
});

export const KnownDevice = LogIn.pick({ email: true, deviceIdentifier: true });

/** What a browser makes for a new account. The address is the link's, never the form's. */
export const Register = z.object({
  token: z.string().max(100),
  /** Only with the link of first-time set-up, which was sent to nobody. */
  email: Email.optional(),
  name: Name,
  locale: z.enum(["en", "fr"]),
  kdf: KdfSettings,
  authenticationHash: AuthenticationHash,
  userKeyForAccount: SealedSymmetricKey,
  publicKey: PublicKey,
  privateKeyForAccount: SealedPrivateKey,
});

export const StartRegistration = z.object({ email: Email, locale: z.enum(["en", "fr"]) });

/**
 * The proof of the present master key, and the user key sealed under the next one: of another password or other
 * settings.
 */
export const ChangeMasterPassword = z.object({
  currentHash: AuthenticationHash,
  nextHash: AuthenticationHash,
  kdf: KdfSettings,
  userKeyForAccount: SealedSymmetricKey,
});

/** To which address an account is to be moved. */
export const StartEmailChange = z.object({ email: Email, currentHash: AuthenticationHash });

/** The code that came there, and the user key sealed under the master key of that address. */
export const ChangeEmail = z.object({
  email: Email,
  code: MailedCode,
  ...withSecondStep,
  currentHash: AuthenticationHash,
  nextHash: AuthenticationHash,
  userKeyForAccount: SealedSymmetricKey,
});

export const DeviceTarget = z.object({ deviceId: DeviceId });

/** Without a name, a device is called by its kind. */
export const RenameDevice = DeviceTarget.extend({ name: OptionalName });

/** A note of the account's own: a digest that its browser has sealed, and what it is about. */
export const RememberKey = z.object({
  subject: z
    .string()
    .regex(/^(organization|provider|account|compared):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  record: encString(500),
});
/** Of a person whose key has changed: the key that is taken from now on, and that its phrase was compared. */
export const AcceptKey = z.object({ userId: UserId, known: encString(500), compared: encString(500) });
export const ProveMasterPassword = z.object({ authenticationHash: AuthenticationHash });

/** The id that an app has worked out of its person's user key. Protocol chapter 20.1. */
export const SetUserKeyId = z.object({ userKeyId: z.string().regex(/^[0-9a-f]{32}$/, { error: "invalid" }) });

export const ChooseLanguage = z.object({ locale: z.enum(["en", "fr"]) });
const Profile = z.object({ name: Name, locale: z.enum(["en", "fr"]) });

export const UpdateProfile = Profile.extend({
  /** What the form began with. Left out by whoever has no screen. */
  shown: Profile.partial().optional(),
});
