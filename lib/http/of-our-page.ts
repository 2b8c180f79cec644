import "server-only";
import { environment } from "@/lib/env";

/**
 * Whether a page of ours has sent this, as a type that forms cannot send. Browsers name the origin of the page that
 * posts, and let no page of another one send such a type. A page of ours has the origin that people type, or the one
 * under which this very request came.
 */
export function isOfOurPage(
  headers: Headers,
  type: "application/json" | "application/octet-stream",
): boolean {
  const origin = headers.get("origin") ?? "";
  const [sent = ""] = (headers.get("content-type") ?? "").split(";");
  if (sent.trim().toLowerCase() !== type) return false;
  if (origin === environment().appUrl) return true;
  return /^https?:/.test(origin) && URL.canParse(origin) && new URL(origin).host === headers.get("host");
}
