import "server-only";
import { type Actor, anonymousActor, personActor } from "@/lib/domain/actor";
import { type Device, deviceTypeSaid } from "@/lib/domain/device";
import { askQuery, runCommand } from "@/lib/http/answer-of";
import { readAccessToken } from "@/lib/machine-api/bitwarden/access-token";
import type { Caller } from "@/lib/machine-api/endpoints";
import { checkSession } from "@/lib/operations/account/check-session";
import { staleAfterMinutes, touchSession } from "@/lib/operations/account/touch-session";
import { Refused } from "@/lib/operations/errors";
import { deviceOf } from "@/lib/session/request";

/** Where an app's request comes from. Apps say their kind; others are known by what they call themselves. */
function deviceOfApp(headers: Headers): Device {
  const device = deviceOf(headers);
  return { ...device, type: deviceTypeSaid(headers.get("device-type")) ?? device.type };
}

/** Whoever has not said who they are. */
export const nobody = (headers: Headers): Actor => anonymousActor(deviceOfApp(headers), "api");

/**
 * The person whose session an access token names. Cookies are not looked at.
 *
 * @throws {Refused} `not_signed_in` without a token of ours, or when the session is over.
 */
export async function bearer(headers: Headers): Promise<Caller> {
  const [, token] = /^Bearer ([\w.-]+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  const claim = token === undefined ? null : await readAccessToken(token);
  const person = claim && (await askQuery(checkSession, nobody(headers), claim));
  if (!person) throw new Refused("not_signed_in");

  const device = deviceOfApp(headers);
  const actor = personActor({ ...claim, device, hasTemporaryPassword: person.mustChangePassword }, "api");
  const unseenFor = Date.now() - Number(person.lastSeenAt);
  if (unseenFor > staleAfterMinutes * 60_000) await runCommand(touchSession, actor, {});
  return { actor, locale: person.locale };
}
