import { environment } from "@/lib/env";
import { fileTransport } from "@/lib/mail/file-transport";
import { fileNameOf } from "@/lib/mail/mail-file";
import { listMails } from "@/lib/operations/mail/list-mails";
import { readKeptMail } from "@/lib/operations/mail/read-kept-mail";
import { forInstance } from "@/test/matrix/expected";
import { row } from "@/test/matrix/row";

const administrators = forInstance("administrator");

/** A letter in the folder of the instance. */
async function aKeptMail() {
  const { mail } = environment();
  if (mail.by !== "file") throw new Error("mails are sent, and not kept");
  const letter = {
    key: "provider.removed/1",
    to: "somebody@client.example",
    subject: "A letter",
    text: "text",
    html: "<p>html</p>",
    link: null,
    createdAt: new Date(0),
  };
  await fileTransport(mail.folder)(letter);
  return { name: fileNameOf(letter) };
}

export const rows = [
  row(listMails, administrators).with(() => ({})),
  row(readKeptMail, administrators).with(aKeptMail),
];
