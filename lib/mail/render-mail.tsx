import "server-only";
import { render } from "@react-email/render";
import { LetterFrame } from "@/lib/mail/letter-frame";
import type { Mail, MailLocale } from "@/lib/mail/mails";
import { type Words, wordsOf } from "@/lib/mail/words";

export type RenderedMail = { subject: string; text: string; html: string };

/**
 * A mail as it is read: in the language of its recipient or, while that is not known, in both, English
 * first. The same mail is always rendered alike, so that a second attempt is recognized as one.
 */
export async function renderMail(mail: Mail, locale: MailLocale | null): Promise<RenderedMail> {
  const parts: [Words, ...Words[]] = locale
    ? [wordsOf(mail, locale)]
    : [wordsOf(mail, "en"), wordsOf(mail, "fr")];
  return {
    subject: parts.map((words) => words.subject).join(" / "),
    text: parts.map(plainText).join("\n\n――――――――\n\n"),
    html: await render(<LetterFrame parts={parts} />),
  };
}

function plainText({ title, paragraphs, button, note, sender }: Words): string {
  const link = button && `${button.before}\n${button.link}`;
  return [title, ...paragraphs, link, note, sender].filter(Boolean).join("\n\n");
}
