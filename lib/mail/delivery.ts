import "server-only";
import type { Database } from "@/db/client";
import type { MailSettings } from "@/lib/env";
import type { Transport } from "@/lib/mail/letter";

/** Delivers a few due mails, as long as `goesOn`, and says how many it took. */
export type Delivery = (goesOn: () => boolean) => Promise<number>;

/**
 * Delivers due mails by the configured way. What draws and sends
 * mails is loaded with the first call, not with the server.
 */
export function deliveryOf(db: Database, settings: MailSettings): Delivery {
  let transport: Transport | undefined;
  return async (goesOn) => {
    const [{ deliverDue }, { transportOf }] = await Promise.all([
      import("@/lib/mail/deliver-due"),
      import("@/lib/mail/transport"),
    ]);
    transport ??= transportOf(settings);
    return deliverDue(db, new Date(), transport, goesOn);
  };
}
