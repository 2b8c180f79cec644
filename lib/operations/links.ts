import "server-only";
import { environment } from "@/lib/env";

/** The address a one-time token is sent as. From the configured address, never from a request's Host. */
export const linkOf = (token: string) => `${environment().appUrl}/invite/${token}`;

/** The address of a page, for mails. */
export const pageLink = (path: `/${string}`) => `${environment().appUrl}${path}`;
