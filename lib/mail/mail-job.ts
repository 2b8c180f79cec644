import "server-only";
import { defineJob, type JobRun } from "@/lib/jobs/job";
import type { Letter, Transport } from "@/lib/mail/letter";
import { renderMail } from "@/lib/mail/render-mail";
import { MailPayload, openMail } from "@/lib/mail/sealed-mail";

/**
 * Sends one mail. If a process dies after sending and before it says so, the job runs again. The letter's key
 * keeps that from becoming a second mail.
 */
export const mailJob = (transport: Transport) =>
  defineJob({
    kind: "mail",
    payload: MailPayload,
    async run(job) {
      await transport(await letterOf(job));
      return null;
    },
  });

type Waiting = Pick<JobRun<MailPayload>, "id" | "payload" | "createdAt">;

async function letterOf({ id, payload, createdAt }: Waiting): Promise<Letter> {
  const { recipient, sealed } = payload;
  const { mail, locale } = openMail({ id, recipient }, sealed);
  const link = "link" in mail ? mail.link : null;
  return { key: `${mail.kind}/${id}`, to: recipient, link, createdAt, ...(await renderMail(mail, locale)) };
}
