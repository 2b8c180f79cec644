import "server-only";
import type { Database } from "@/db/client";
import type { MailSettings } from "@/lib/env";
import type { Transport } from "@/lib/mail/letter";

/**
 * Delivers due mails by the configured way, a few at a call, and says how many it took. What draws and sends
 * mails is loaded with the first call, not with the server.
 */
export function deliveryOf(db: Database, settings: MailSettings): () => Promise<number> {
  let transport: Transport | undefined;
  return async () => {
    const [{ deliverDue }, { transportOf }] = await Promise.all([
      import("@/lib/mail/deliver-due"),
      import("@/lib/mail/transport"),
    ]);
    transport ??= transportOf(settings);
    return deliverDue(db, new Date(), transport);
  };
}
