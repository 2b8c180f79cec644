import "server-only";
import type { EncString, KdfSettings, PublicKey } from "@/lib/crypto/types";
import { accessTokenLasts } from "@/lib/machine-api/bitwarden/access-token";
import { kdfNumbers } from "@/lib/machine-api/bitwarden/kdf";

type Keys = {
  email: string;
  kdf: KdfSettings;
  userKeyForAccount: EncString;
  publicKey: PublicKey;
  privateKeyForAccount: EncString;
};

type Opened = {
  accessToken: string;
  refreshToken: string | null;
  rememberToken: string | null;
  keys: Keys;
  mustChangePassword: boolean;
};

/** Protocol chapter 4.3: all that an app takes when it goes on. */
export const refreshedBody = (accessToken: string, refreshToken: string | null) => ({
  access_token: accessToken,
  expires_in: accessTokenLasts,
  token_type: "Bearer",
  refresh_token: refreshToken,
  scope: "api offline_access",
});

/**
 * What an app gets that has logged in: its tokens, and its keys as they are kept, sealed. The spelling of each name is the
 * one that apps look for. Protocol chapter 4.4.
 */
export function tokenBody({ accessToken, refreshToken, rememberToken, keys, mustChangePassword }: Opened) {
  const { email, kdf, userKeyForAccount, publicKey, privateKeyForAccount } = keys;
  const { type, iterations, memory, parallelism } = kdfNumbers(kdf);
  return {
    ...refreshedBody(accessToken, refreshToken),
    Key: userKeyForAccount,
    PrivateKey: privateKeyForAccount,
    AccountKeys: accountKeys({ publicKey, privateKeyForAccount }),
    Kdf: type,
    KdfIterations: iterations,
    KdfMemory: memory,
    KdfParallelism: parallelism,
    ForcePasswordReset: mustChangePassword,
    ResetMasterPassword: false,
    ApiUseKeyConnector: false,
    MasterPasswordPolicy: {
      MinComplexity: null,
      MinLength: null,
      RequireUpper: null,
      RequireLower: null,
      RequireNumbers: null,
      RequireSpecial: null,
      EnforceOnLogin: null,
      Object: "masterPasswordPolicy",
    },
    UserDecryptionOptions: {
      HasMasterPassword: true,
      MasterPasswordUnlock: {
        Kdf: { KdfType: type, Iterations: iterations, Memory: memory, Parallelism: parallelism },
        MasterKeyEncryptedUserKey: userKeyForAccount,
        MasterKeyWrappedUserKey: userKeyForAccount,
        Salt: email,
      },
      Object: "userDecryptionOptions",
    },
    ...(rememberToken && { TwoFactorToken: rememberToken }),
  };
}

/** The key pair of an account, in the one form that is written alike everywhere. */
export const accountKeys = ({
  publicKey,
  privateKeyForAccount,
}: Pick<Keys, "publicKey" | "privateKeyForAccount">) => ({
  publicKeyEncryptionKeyPair: {
    wrappedPrivateKey: privateKeyForAccount,
    publicKey,
    signedPublicKey: null,
    object: "publicKeyEncryptionKeyPair",
  },
  signatureKeyPair: null,
  securityState: null,
  object: "privateKeys",
});
