import "server-only";
import { KnownDevice } from "@/lib/domain/account/inputs";
import { everyone } from "@/lib/operations/access";
import { knownDevice } from "@/lib/operations/account/internal/known-device";
import { addressLimit } from "@/lib/operations/address-limit";
import { defineQuery } from "@/lib/operations/query";

/** Whether somebody has logged in to an account from a device. Only the device knows its identifier. */
export const isKnownDevice = defineQuery({
  name: "account.is_known_device",
  input: KnownDevice,
  access: everyone("apps ask it before logging in"),
  throttle: ({ actor }) => [addressLimit("known_device", actor, 300, 600)],
  async read({ tx, input: { email, deviceIdentifier } }) {
    return { isKnown: (await knownDevice(tx, email, deviceIdentifier)) !== undefined };
  },
});
