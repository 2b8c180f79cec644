import "server-only";
import { z } from "zod";
import { environment } from "@/lib/env";
import { bitwarden } from "@/lib/machine-api/bitwarden/dialect";
import { isKnownDevice } from "@/lib/operations/account/is-known-device";
import { getMyRevision } from "@/lib/operations/revision/get-my-revision";

/** The version of the protocol that is spoken. Apps make items with keys of their own from 2024.2 on. */
const spoken = "2026.6.0";

/** What an app asks about this server before and between everything else. Protocol chapters 4.8, 5.1 and 5.2. */
export const serverRoutes = [
  bitwarden.fixed(
    "GET /api/config",
    "apps ask it before logging in, and it tells of the server alone",
    config,
  ),
  bitwarden.fixed("GET /api/alive", "it tells the time", () => new Date()),
  bitwarden.fixed("GET /api/now", "it tells the time", () => new Date()),
  bitwarden.fixed("GET /api/version", "it tells what config tells", () => spoken),

  bitwarden.route("GET /api/accounts/revision-date", getMyRevision, {
    read: () => ({}),
    write: ({ revisedAt }) => Number(revisedAt),
  }),

  bitwarden.route("GET /api/devices/knowndevice", isKnownDevice, {
    read: ({ headers }) => ({
      email: Buffer.from(headers.get("x-request-email") ?? "", "base64url").toString("utf8"),
      deviceIdentifier: z.string().parse(headers.get("x-device-identifier")),
    }),
    write: ({ isKnown }) => isKnown,
  }),
];

function config() {
  const { appUrl, signups } = environment();
  return {
    version: spoken,
    gitHash: "",
    server: { name: "Trousseau", url: appUrl },
    environment: {
      cloudRegion: null,
      vault: appUrl,
      api: `${appUrl}/api`,
      identity: `${appUrl}/identity`,
      notifications: `${appUrl}/notifications`,
      sso: null,
    },
    // Without it, apps seal items without a key of their own.
    featureStates: { "cipher-key-encryption": true },
    push: { pushTechnology: 0, vapidPublicKey: null },
    // Accounts are made on the pages of this server.
    settings: { disableUserRegistration: signups !== "open", suppressOnboardingInterstitials: true },
    communication: null,
    object: "config",
  };
}
