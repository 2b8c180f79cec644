import "server-only";
import { type Device, deviceTypeOf } from "@/lib/domain/device";

/**
 * Where a request comes from. `x-real-ip` is set by our own server from the connection (scripts/serve.mjs),
 * which first removes what the client may have sent under that name.
 */
export const deviceOf = (headers: Pick<Headers, "get">): Device => ({
  type: deviceTypeOf(headers.get("user-agent") ?? ""),
  ip: headers.get("x-real-ip"),
});
