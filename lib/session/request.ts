import "server-only";
import { isIP } from "node:net";
import { type Device, deviceTypeOf } from "@/lib/domain/device";

/**
 * Where a request comes from. `x-real-ip` is set by our own server from the connection (scripts/serve.mjs),
 * which first removes what the client may have sent under that name. Where another server stands in front of
 * Next, what is no address is none.
 */
export const deviceOf = (headers: Pick<Headers, "get">): Device => ({
  type: deviceTypeOf(headers.get("user-agent") ?? ""),
  ip: addressIn(headers.get("x-real-ip")),
});

const addressIn = (text: string | null) => (text && isIP(text) ? text : null);
