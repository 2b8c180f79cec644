import "server-only";
import type { MailSettings } from "@/lib/env";
import { fileTransport } from "@/lib/mail/file-transport";
import type { Transport } from "@/lib/mail/letter";
import { resendTransport } from "@/lib/mail/resend-transport";

/** How this instance's mail leaves. */
export const transportOf = (settings: MailSettings): Transport =>
  settings.by === "resend" ? resendTransport(settings) : fileTransport(settings.folder);
