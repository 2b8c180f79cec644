import "server-only";
import { environment } from "@/lib/env";

/** Browsers send cookies marked so over https alone. */
export const isSecure = () => environment().appUrl.startsWith("https://");

/**
 * A cookie's name. Over https it begins with `__Host-`, so that it is taken only from this very host, for every path,
 * and no neighbouring subdomain can plant it. RFC 6265bis section 4.1.3.2.
 */
export const hostCookie = (name: string) => `${isSecure() ? "__Host-" : ""}${name}`;

/** Out of scripts' reach, and sent nowhere but here. */
export const guarded = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;
